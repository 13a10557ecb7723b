-- One row per commitment that a text put forward by the day would make, and nobody had made by
-- then. Drafts adopted by the day as another text, and proposals withdrawn by then, are left out.
-- key: id
-- parameters: day DATE
--
-- instrument_status: Where the text stood on the day: 'proposed' or 'issued'.
-- standing: Always 'proposed' on the day, even if the text was adopted later.

SELECT
    commitment_register.* REPLACE (
        texts.instrument_status AS instrument_status,
        texts.standing AS standing
    )
FROM commitment_register
JOIN commitment_standings_on(day) AS texts ON texts.commitment_id = commitment_register.id
WHERE texts.proposed
ORDER BY commitment_register.id

-- One row: how many commitments had been made by the day, in how many texts, and how they stood;
-- and how many were only proposed.
-- key: commitments
-- parameters: day DATE
--
-- commitments: How many commitments had been made.
-- instruments: How many texts made them.
-- complete: How many of the commitments were complete.
-- overdue_commitments: How many were overdue.
-- not_judged: Of how many the deadline has passed, and whether they were met could not be judged.
-- due_soon: How many fell due within 90 days.
-- not_assessed: How many nobody had assessed.
-- not_read: How many are known only from excerpts or from accounts by others.
-- proposed: How many more were only proposed; not counted as made.
-- proposing_instruments: How many texts propose them.

WITH proposals AS (
    SELECT
        count(*) AS proposed,
        count(DISTINCT instrument_id) AS proposing_instruments
    FROM proposals_on(day)
)

SELECT
    count(made.id) AS commitments,
    count(DISTINCT made.instrument_id) AS instruments,
    count(*) FILTER (made.status = 'complete') AS complete,
    count(*) FILTER (made.overdue) AS overdue_commitments,
    count(*) FILTER (made.due_state = 'not_judged') AS not_judged,
    count(*) FILTER (is_due_soon(made.due_state)) AS due_soon,
    count(*) FILTER (made.status = 'not_assessed') AS not_assessed,
    count(*) FILTER (made.verification <> 'read') AS not_read,
    any_value(proposals.proposed) AS proposed,
    any_value(proposals.proposing_instruments) AS proposing_instruments
FROM proposals
LEFT JOIN commitments_on(day) AS made ON true
ORDER BY commitments

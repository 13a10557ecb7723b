-- title: Which texts stand here without having been read in their own wording?
SELECT
    instrument_id,
    instrument_en,
    count(*) AS commitments,
    count(*) FILTER (verification = 'excerpt') AS from_excerpts,
    count(*) FILTER (verification = 'secondary') AS from_accounts_by_others
FROM commitments_on($day)
GROUP BY ALL
HAVING count(*) FILTER (verification <> 'read') > 0
ORDER BY commitments DESC, instrument_id

-- One row per commitment that had been assessed by the day: the judgement that counts on it, as
-- `judgements` says.
-- key: commitment_id
-- parameters: day DATE

SELECT * EXCLUDE (counts_from, counts_until)
FROM judgements
WHERE
    counts_from <= day
    AND coalesce(counts_until > day, true)
ORDER BY commitment_id

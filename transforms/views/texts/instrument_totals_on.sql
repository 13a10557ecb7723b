-- One row per text that had made a commitment by the day: how many, and how they stood.
-- key: instrument_id
-- parameters: day DATE
--
-- made_on: When the text was adopted.
-- made_on_earliest: First day that made_on can mean.
-- commitments: How many commitments it made.
-- complete: How many of them were complete.
-- overdue_commitments: How many were overdue.
-- due_soon: How many fell due within 90 days.
-- not_assessed: How many nobody had assessed.
-- not_read: How many are known only from excerpts or from accounts by others.

SELECT
    instrument_id,
    instrument_{language},
    instrument_symbol,
    made_on{days},
    count(*) AS commitments,
    count(*) FILTER (status = 'complete') AS complete,
    count(*) FILTER (overdue) AS overdue_commitments,
    count(*) FILTER (is_due_soon(due_state)) AS due_soon,
    count(*) FILTER (status = 'not_assessed') AS not_assessed,
    count(*) FILTER (verification <> 'read') AS not_read
FROM commitments_on(day)
GROUP BY ALL
ORDER BY commitments DESC, instrument_id

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

WITH standings AS (
    SELECT
        *,
        standing = 'made' AS made
    FROM standing_changes
    WHERE turned_on <= day
)

SELECT
    coalesce(sum(commitments) FILTER (made), 0)::BIGINT AS commitments,
    coalesce(sum(instruments) FILTER (made), 0)::BIGINT AS instruments,
    coalesce(sum(commitments) FILTER (made AND status = 'complete'), 0)::BIGINT AS complete,
    coalesce(sum(commitments) FILTER (made AND due_state = 'overdue'), 0)::BIGINT AS overdue_commitments,
    coalesce(sum(commitments) FILTER (made AND due_state = 'not_judged'), 0)::BIGINT AS not_judged,
    coalesce(sum(commitments) FILTER (made AND is_due_soon(due_state)), 0)::BIGINT AS due_soon,
    coalesce(sum(commitments) FILTER (made AND status = 'not_assessed'), 0)::BIGINT AS not_assessed,
    coalesce(sum(commitments) FILTER (made AND verification <> 'read'), 0)::BIGINT AS not_read,
    coalesce(sum(commitments) FILTER (proposed), 0)::BIGINT AS proposed,
    coalesce(sum(instruments) FILTER (proposed), 0)::BIGINT AS proposing_instruments
FROM standings
ORDER BY commitments

-- One row per dated thing that was planned for after the day, as known on the day, the nearest
-- first: deadlines too, with the commitments that are still to be met. A deadline of which all are
-- met or overtaken, or whose text no longer stands, is left out. Given another day, only those that can be on it at the latest.
-- key: id
-- parameters: day DATE, up_to_day DATE := NULL
--
-- row_id: Key of the row it is made of; empty if there are several still to be met.
-- row_ids: Keys of all rows it is made of; of a deadline of commitments, those still to be met.
-- n: How many these are.
-- title: What, in one line; of a deadline, how many of its commitments are still to be met.
-- description: What a reader should know; of several commitments, their paragraphs.

WITH ahead AS (
    FROM timeline_on(day)
    WHERE
        NOT known_later
        AND phase = 'ahead'
        AND status = 'planned'
        AND (up_to_day IS NULL OR happened_on_latest <= up_to_day)
)

SELECT
    ahead.* REPLACE (
        CASE
            WHEN ahead.origin <> 'commitment_deadline' THEN ahead.row_id
            WHEN len(due.commitment_ids) = 1 THEN due.commitment_ids[1]
        END AS row_id,
        CASE ahead.origin WHEN 'commitment_deadline' THEN due.commitment_ids ELSE ahead.row_ids END AS row_ids,
        CASE ahead.origin WHEN 'commitment_deadline' THEN len(due.commitment_ids) ELSE ahead.n END AS n,
        CASE
            WHEN ahead.origin <> 'commitment_deadline' THEN ahead.commitment_id
            WHEN len(due.commitment_ids) = 1 THEN due.commitment_ids[1]
        END AS commitment_id,
        coalesce(due.title_{language}, ahead.title_{language}) AS title_{language},
        coalesce(due.description_{language}, ahead.description_{language}) AS description_{language},
    )
FROM ahead
LEFT JOIN open_deadlines_on(
    day, after_day := day, up_to_day := coalesce(up_to_day, DATE 'infinity')
) AS due ON due.event_id = ahead.id
WHERE
    due.event_id IS NOT NULL
    OR ahead.kind <> 'deadline'
    OR (ahead.origin = 'milestone' AND ahead.commitment_id IS NULL)
ORDER BY ahead.happened_on_latest, ahead.id

-- One row per named part of a text, in the order of the text: how many commitments stand in it on
-- the day, those of its narrower parts included, and how far they are met. A part in which nothing
-- is promised has its row too.
-- key: part_id
-- parameters: day DATE
--
-- instrument_id: The text.
-- instrument: Short title of the text.
-- position: Its place among the parts of the text.
-- broader_id: The part that contains it.
-- depth: How many parts contain it.
-- part: Heading of the part.
-- commitments: Commitments made by the day.
-- complete: Those of them that are complete.
-- overdue: Those of them that are overdue.
-- not_assessed: Those of them that nobody has assessed by the day.
-- statuses: [assessment_status] The status of each of them, from complete to not assessed.
-- source_id: Source in which the parts were read.
-- locator: Place of the part in the text.

WITH placed AS (
    SELECT DISTINCT
        part_ancestors.ancestor_id AS part_id,
        made.commitment_id,
        made.status,
        made.due_state = 'overdue' AS overdue
    FROM commitment_standings_on(day) AS made
    JOIN commitment_parts ON commitment_parts.commitment_id = made.commitment_id
    JOIN part_ancestors ON part_ancestors.part_id = commitment_parts.part_id
    WHERE made.standing = 'made'
),

counted AS (
    SELECT
        part_id,
        count(*) AS commitments,
        count(*) FILTER (status = 'complete') AS complete,
        count(*) FILTER (overdue) AS overdue,
        count(*) FILTER (status = 'not_assessed') AS not_assessed,
        list(status ORDER BY code_position('assessment_status', status)) AS statuses
    FROM placed
    GROUP BY part_id
),

depths AS (
    SELECT
        part_id,
        max(steps) AS depth
    FROM part_ancestors
    GROUP BY part_id
)

SELECT
    parts.instrument_id,
    instruments.short_title_{language} AS instrument_{language},
    parts.id AS part_id,
    parts.position,
    parts.broader_id,
    depths.depth,
    parts.name_{language} AS part_{language},
    coalesce(counted.commitments, 0) AS commitments,
    coalesce(counted.complete, 0) AS complete,
    coalesce(counted.overdue, 0) AS overdue,
    coalesce(counted.not_assessed, 0) AS not_assessed,
    coalesce(counted.statuses, []) AS statuses,
    parts.source_id,
    parts.locator
FROM instrument_parts AS parts
JOIN instruments ON instruments.id = parts.instrument_id
JOIN depths ON depths.part_id = parts.id
LEFT JOIN counted ON counted.part_id = parts.id
ORDER BY parts.instrument_id, parts.position, parts.id

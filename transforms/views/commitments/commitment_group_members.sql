-- One row per commitment and group that it can be counted in: its text, each part of the text that
-- it stands in, each topic that it lies in, each actor that it addresses, the year in which it is
-- due, the verb of its wording. A wider part or topic has what lies in the narrower ones.
-- key: commitment_id, grouping, group_id
--
-- grouping: By what: 'text', 'part', 'topic', 'actor', 'year' or 'verb'.
-- group_id: Key of the group: of a text, part, topic or actor, a year, or the code of a verb; 'none'
-- for what has no deadline.

WITH parts AS (
    SELECT DISTINCT
        commitment_parts.commitment_id,
        part_ancestors.ancestor_id AS part_id
    FROM commitment_parts
    JOIN part_ancestors ON part_ancestors.part_id = commitment_parts.part_id
),

topics AS (
    SELECT DISTINCT
        commitment_focus_areas.commitment_id,
        focus_area_ancestors.ancestor_id AS focus_area_id
    FROM commitment_focus_areas
    JOIN focus_area_ancestors
        ON focus_area_ancestors.focus_area_id = commitment_focus_areas.focus_area_id
),

addressed AS (
    SELECT DISTINCT
        commitment_id,
        actor_id
    FROM commitment_actors
)

SELECT
    id AS commitment_id,
    'text' AS grouping,
    instrument_id AS group_id
FROM commitments

UNION ALL

SELECT
    commitment_id,
    'part' AS grouping,
    part_id AS group_id
FROM parts

UNION ALL

SELECT
    commitment_id,
    'topic' AS grouping,
    focus_area_id AS group_id
FROM topics

UNION ALL

SELECT
    commitment_id,
    'actor' AS grouping,
    actor_id AS group_id
FROM addressed

UNION ALL

SELECT
    id AS commitment_id,
    'year' AS grouping,
    coalesce(year(due_on_latest)::VARCHAR, 'none') AS group_id
FROM commitments

UNION ALL

SELECT
    id AS commitment_id,
    'verb' AS grouping,
    modality AS group_id
FROM commitments

ORDER BY commitment_id, grouping, group_id

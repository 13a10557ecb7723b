-- One row per commitment and group that it can be counted in: its text, each part of the text that
-- it stands in, each topic that it lies in, each actor that it addresses, the year in which it is
-- due, the verb of its wording. A wider part or topic has what lies in the narrower ones.
-- key: commitment_id, grouping, group_id
--
-- grouping: By what: 'text', 'part', 'topic', 'actor', 'year' or 'verb'.
-- group_id: Key of the group: of a text, part, topic or actor, a year, or the code of a verb; 'none'
-- for what has no deadline.
-- group: Its name.
-- place: Where it stands among the groups, where they have an order of their own: by the text, by
-- year, or from the strongest verb to the weakest.

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
    commitments.id AS commitment_id,
    'text' AS grouping,
    texts.id AS group_id,
    texts.short_title_{language} AS group_{language},
    0 AS place
FROM commitments
JOIN instruments AS texts ON texts.id = commitments.instrument_id

UNION ALL

SELECT
    parts.commitment_id,
    'part' AS grouping,
    part.id AS group_id,
    texts.short_title_{language} || _(': ') || part.name_{language} AS group_{language},
    part.position AS place
FROM parts
JOIN instrument_parts AS part ON part.id = parts.part_id
JOIN instruments AS texts ON texts.id = part.instrument_id

UNION ALL

SELECT
    topics.commitment_id,
    'topic' AS grouping,
    area.id AS group_id,
    area.name_{language} AS group_{language},
    0 AS place
FROM topics
JOIN focus_areas AS area ON area.id = topics.focus_area_id

UNION ALL

SELECT
    addressed.commitment_id,
    'actor' AS grouping,
    actors.id AS group_id,
    actors.name_{language} AS group_{language},
    0 AS place
FROM addressed
JOIN actors ON actors.id = addressed.actor_id

UNION ALL

SELECT
    id AS commitment_id,
    'year' AS grouping,
    coalesce(year(due_on_latest)::VARCHAR, 'none') AS group_id,
    coalesce(year(due_on_latest)::VARCHAR, _('no deadline')) AS group_{language},
    coalesce(year(due_on_latest), 9999) AS place
FROM commitments

UNION ALL

SELECT
    commitments.id AS commitment_id,
    'verb' AS grouping,
    verbs.code AS group_id,
    verbs.label_{language} AS group_{language},
    verbs.position AS place
FROM commitments
JOIN vocabularies AS verbs
    ON verbs.vocabulary = 'modality'
    AND verbs.code = commitments.modality

ORDER BY commitment_id, grouping, group_id

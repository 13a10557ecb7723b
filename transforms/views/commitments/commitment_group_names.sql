-- One row per group that commitments can be counted in: a text, a part of one, a topic, an actor, a
-- year or none, a verb.
-- key: grouping, group_id
--
-- grouping: By what: 'text', 'part', 'topic', 'actor', 'year' or 'verb'.
-- group_id: Key of the group: of a text, part, topic or actor, a year, or the code of a verb; 'none'
-- for what has no deadline.
-- group: Its name.
-- place: Where it stands among the groups, where they have an order of their own: by the text, by
-- year, or from the strongest verb to the weakest.

SELECT
    'text' AS grouping,
    id AS group_id,
    short_title_{language} AS group_{language},
    0 AS place
FROM instruments

UNION ALL

SELECT
    'part' AS grouping,
    part.id AS group_id,
    texts.short_title_{language} || _(': ') || part.name_{language} AS group_{language},
    part.position AS place
FROM instrument_parts AS part
JOIN instruments AS texts ON texts.id = part.instrument_id

UNION ALL

SELECT
    'topic' AS grouping,
    id AS group_id,
    name_{language} AS group_{language},
    0 AS place
FROM focus_areas

UNION ALL

SELECT
    'actor' AS grouping,
    id AS group_id,
    name_{language} AS group_{language},
    0 AS place
FROM actors

UNION ALL

SELECT DISTINCT
    'year' AS grouping,
    coalesce(year(due_on_latest)::VARCHAR, 'none') AS group_id,
    coalesce(year(due_on_latest)::VARCHAR, _('no deadline')) AS group_{language},
    coalesce(year(due_on_latest), 9999) AS place
FROM commitments

UNION ALL

SELECT
    'verb' AS grouping,
    code AS group_id,
    label_{language} AS group_{language},
    position AS place
FROM vocabularies
WHERE vocabulary = 'modality'

ORDER BY grouping, group_id

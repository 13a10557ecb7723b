-- One row per thing that has a page of its own: commitments, texts, organizations with their bodies
-- and groups, countries, programmes, topics, people, sources and milestones.
-- key: kind, id
-- stored: kind, id
-- indexed: id
--
-- kind: [record_kind] What kind of thing it is.
-- id: -> commitments, instruments, actors, initiatives, focus_areas, appointments, sources,
-- milestones Key of its row, and of its page.
-- relation: -> dictionary The table of that row.
-- name: What it is called; of a commitment its text and paragraph.
-- symbol: Official symbol of a text, or acronym.
-- about: What it is, in a sentence: the promise, the full title, the definition, a note.
-- dated_on: When it was adopted, founded, begun, published or happened.
-- language: Language of the name of a source; empty for what is called something in every language.
-- source_id: Source of the row; empty for a source.
-- locator: Place of the fact in that source.

SELECT
    'commitment' AS kind,
    commitments.id,
    'commitments' AS relation,
    instruments.short_title_{language} || ', ' || commitments.paragraph_{language} AS name_{language},
    NULL::VARCHAR AS symbol_{language},
    commitments.summary_{language} AS about_{language},
    instruments.adopted_on{days} AS dated_on{days},
    commitments.source_id,
    commitments.locator,
    commitments.confidence
FROM commitments
JOIN instruments ON instruments.id = commitments.instrument_id

UNION ALL BY NAME

SELECT
    'text' AS kind,
    id,
    'instruments' AS relation,
    short_title_{language} AS name_{language},
    symbol AS symbol_{language},
    title_{language} AS about_{language},
    coalesce(adopted_on, proposed_on) AS dated_on,
    coalesce(adopted_on_earliest, proposed_on_earliest) AS dated_on_earliest,
    coalesce(adopted_on_latest, proposed_on_latest) AS dated_on_latest,
    source_id,
    locator,
    confidence
FROM instruments

UNION ALL BY NAME

SELECT
    CASE WHEN is_country(kind) THEN 'country' ELSE 'organization' END AS kind,
    id,
    'actors' AS relation,
    name_{language},
    acronym_{language} AS symbol_{language},
    note_{language} AS about_{language},
    founded_on{days} AS dated_on{days},
    source_id,
    locator,
    confidence
FROM actors

UNION ALL BY NAME

SELECT
    'programme' AS kind,
    id,
    'initiatives' AS relation,
    name_{language},
    note_{language} AS about_{language},
    started_on{days} AS dated_on{days},
    source_id,
    locator,
    confidence
FROM initiatives

UNION ALL BY NAME

SELECT
    'topic' AS kind,
    id,
    'focus_areas' AS relation,
    name_{language},
    definition_{language} AS about_{language},
    source_id,
    locator,
    confidence
FROM focus_areas

UNION ALL BY NAME

SELECT
    'person' AS kind,
    appointments.id,
    'appointments' AS relation,
    appointments.person_name AS name_{language},
    actors.name_{language} AS about_{language},
    appointments.started_on{days} AS dated_on{days},
    appointments.source_id,
    appointments.locator,
    appointments.confidence
FROM appointments
JOIN actors ON actors.id = appointments.organization_id

UNION ALL BY NAME

SELECT
    'source' AS kind,
    id,
    'sources' AS relation,
    title AS name_{language},
    language,
    publisher AS about_{language},
    published_on{days} AS dated_on{days},
    confidence
FROM sources

UNION ALL BY NAME

SELECT
    'milestone' AS kind,
    id,
    'milestones' AS relation,
    title_{language} AS name_{language},
    description_{language} AS about_{language},
    happened_on{days} AS dated_on{days},
    source_id,
    locator,
    confidence
FROM milestones

ORDER BY kind, id

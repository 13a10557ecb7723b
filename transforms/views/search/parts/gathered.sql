-- Texts as they come: some of a thing come from more than one place.
kinds AS (
    SELECT
        instruments.id,
        'instruments' AS relation,
        'instrument_kind' AS vocabulary,
        instruments.kind AS code
    FROM instruments

    UNION ALL

    SELECT
        appointments.id,
        'appointments' AS relation,
        'appointment_role' AS vocabulary,
        appointments.role AS code
    FROM appointments
),

labelled AS (
    SELECT
        kinds.relation,
        kinds.id,
        vocabularies.label_{language},
    FROM kinds
    JOIN vocabularies USING (vocabulary, code)
),

gathered AS (
    SELECT 'actors' AS relation, actor_id AS id, kind AS role, language, name AS words FROM actor_names
    UNION ALL
    SELECT 'instruments', instrument_id, kind, language, name FROM instrument_names
    UNION ALL
    SELECT 'instruments', id, 'symbol', NULL, symbol FROM instruments
    UNION ALL
    SELECT 'instruments', to_id, 'draft', NULL, symbol
    FROM instrument_relations
    JOIN instruments ON instruments.id = instrument_relations.from_id
    WHERE relation = 'adopted_as'
    UNION ALL
    SELECT 'focus_areas', focus_area_id, kind, language, name FROM focus_area_names
    UNION ALL
    SELECT 'appointments', id, 'name', NULL, person_name FROM appointments
    UNION ALL
    SELECT 'sources', id, 'headline', language, title FROM sources
    UNION ALL
    SELECT 'sources', id, 'publisher', language, publisher FROM sources
    UNION ALL
    SELECT 'commitments', commitment_id, 'terms', language, terms FROM commitment_terms
    UNION ALL
    SELECT relation, id, 'date', NULL, year(dated_on_latest)::VARCHAR FROM records
    UNION ALL SELECT 'actors', id, 'official', '{language}', name_{language} FROM actors
    UNION ALL SELECT 'actors', id, 'acronym', '{language}', acronym_{language} FROM actors
    UNION ALL SELECT 'actors', id, 'description', '{language}', note_{language} FROM actors
    UNION ALL SELECT 'actors', id, 'place', '{language}', seat_city_{language} FROM actors
    UNION ALL SELECT 'instruments', instruments.id, 'place', '{language}', seat_city_{language} FROM instruments JOIN actor_ancestors ON actor_id = adopted_by_id JOIN actors ON actors.id = ancestor_id
    UNION ALL SELECT 'instruments', id, 'name', '{language}', short_title_{language} FROM instruments
    UNION ALL SELECT 'instruments', id, 'title', '{language}', title_{language} FROM instruments
    UNION ALL SELECT 'initiatives', id, 'name', '{language}', name_{language} FROM initiatives
    UNION ALL SELECT 'initiatives', id, 'description', '{language}', note_{language} FROM initiatives
    UNION ALL SELECT 'focus_areas', id, 'name', '{language}', name_{language} FROM focus_areas
    UNION ALL SELECT 'focus_areas', id, 'definition', '{language}', definition_{language} FROM focus_areas
    UNION ALL SELECT 'milestones', id, 'headline', '{language}', title_{language} FROM milestones
    UNION ALL SELECT 'milestones', id, 'description', '{language}', description_{language} FROM milestones
    UNION ALL SELECT 'commitments', id, 'summary', '{language}', summary_{language} FROM commitments
    UNION ALL SELECT 'commitments', id, 'paragraph', '{language}', paragraph_{language} FROM commitments
    UNION ALL SELECT 'search_lists', id, 'list', '{language}', trim(unnest(string_split(words_{language}, ';'))) FROM search_lists
    UNION ALL SELECT relation, id, 'kind', '{language}', label_{language} FROM labelled
    UNION ALL SELECT 'actors', id, 'content', '{language}', _('needs programmes offers commitments signed ratified joined member memberships votes voted sources') FROM actors WHERE is_country(kind)
    UNION ALL SELECT 'actors', id, 'content', '{language}', _('members sources') FROM actors WHERE NOT is_country(kind)
    UNION ALL SELECT 'instruments', id, 'content', '{language}', _('commitments signatories signed ratified sources') FROM instruments
    UNION ALL SELECT 'instruments', instrument_id, 'content', '{language}', _('votes voted against abstentions') FROM vote_tallies WHERE instrument_id IS NOT NULL
    UNION ALL SELECT 'instruments', id, 'content', '{language}', _('adopted') FROM instruments WHERE adopted_on IS NOT NULL
    UNION ALL SELECT 'sources', id, 'content', '{language}', _('sources') FROM sources
    UNION ALL SELECT 'actors', id, 'content', '{language}', _('headquarters seat based organizations') FROM actors WHERE seat_city_{language} IS NOT NULL
    UNION ALL SELECT 'actors', id, 'content', '{language}', _('founded created established') FROM actors WHERE founded_on IS NOT NULL
    UNION ALL SELECT 'actors', id, 'content', '{language}', _('dissolved ended') FROM actors WHERE dissolved_on IS NOT NULL
    UNION ALL SELECT 'initiatives', id, 'content', '{language}', _('launched started') FROM initiatives WHERE started_on IS NOT NULL
)

-- One row per list that a page can show by itself: what it lists, and what else it is found by.
-- key: id
--
-- id: Its address from the root of the site: the page, and the state as the page takes it.
-- page: The page.
-- title: What it lists.
-- words: What it is found by.

SELECT
    'commitments' AS id,
    'commitments' AS page,
    _('Commitments') AS title_{language},
    _('commitments promises') AS words_{language},

UNION ALL BY NAME

SELECT
    'commitments?due_state=' || code AS id,
    'commitments' AS page,
    _('Commitments') || _(': ') || label_{language} AS title_{language},
    concat_ws(' ', label_{language}, CASE WHEN code IN ('due_now', 'within_90_days') THEN _('next deadline soon') END) AS words_{language},
FROM vocabularies
WHERE vocabulary = 'due_state' AND code <> 'passed'

UNION ALL BY NAME

SELECT
    'commitments?status=' || code AS id,
    'commitments' AS page,
    _('Commitments') || _(': ') || label_{language} AS title_{language},
    label_{language} AS words_{language},
FROM vocabularies
WHERE vocabulary = 'assessment_status'

UNION ALL BY NAME

SELECT
    'commitments?part=' || parts.id AS id,
    -- It is narrowed enough: no filter of the page is offered with it.
    'commitments?part=' || parts.id AS page,
    instruments.short_title_{language} || _(': ') || parts.name_{language} AS title_{language},
    concat_ws(' ', parts.name_{language}, instruments.short_title_{language}, called.names) AS words_{language},
FROM instrument_parts AS parts
JOIN instruments ON instruments.id = parts.instrument_id
LEFT JOIN (
    SELECT
        instrument_id,
        string_agg(name, ' ' ORDER BY name) AS names
    FROM instrument_names
    WHERE kind = 'acronym'
    GROUP BY instrument_id
) AS called ON called.instrument_id = parts.instrument_id

UNION ALL BY NAME

SELECT
    'members' AS id,
    'members' AS page,
    _('Members') AS title_{language},
    _('members roster signatories signed ratified joined parties') AS words_{language},

UNION ALL BY NAME

SELECT
    'capacity' AS id,
    'capacity' AS page,
    _('Needs and offers') AS title_{language},
    _('needs offers gaps lacks lacking matrix') AS words_{language},

UNION ALL BY NAME

SELECT
    'countries' AS id,
    'countries' AS page,
    _('Countries') AS title_{language},
    _('countries side by side compared') AS words_{language},

UNION ALL BY NAME

SELECT
    'timeline' AS id,
    'timeline' AS page,
    _('Timeline') AS title_{language},
    _('timeline events calendar') AS words_{language},

UNION ALL BY NAME

SELECT
    'timeline?when=ahead' AS id,
    'timeline' AS page,
    _('Events ahead') AS title_{language},
    _('events ahead next meetings planned upcoming calendar') AS words_{language},

ORDER BY id

-- One row per thing that the search finds: everything that has a page of its own, and lists.
-- key: document
-- stored: document
--
-- document: Number by which the tables of the search know it.
-- kind: [record_kind, search_kind] What kind of thing it is.
-- id: Key of its row; of a list the address.
-- relation: -> dictionary The table or view that it is a row of.
-- title: What it is called.
-- own_language: Language (ISO 639-1) of the title, where it has one and the same for all readers.
-- remark: What a reader must know beside it: that it is only proposed, or what became of it.
-- serves: Filters that it can be the value of, as page.filter.
-- factor: What its score is multiplied by.
-- mentions: How many rows of all tables refer to it.

WITH became AS (
    SELECT
        instrument_relations.from_id AS id,
        string_agg(instruments.short_title_{language}, _('; ') ORDER BY to_id) AS title_{language},
    FROM instrument_relations
    JOIN instruments ON instruments.id = instrument_relations.to_id
    WHERE instrument_relations.relation = 'adopted_as'
    GROUP BY ALL
),

standings AS (
    SELECT
        'text' AS kind,
        instruments.id,
        CASE WHEN became.id IS NOT NULL THEN _('became ') || became.title_{language} WHEN status = 'proposed' THEN _('proposed') END AS remark_{language},
    FROM instruments
    LEFT JOIN became ON became.id = instruments.id

    UNION ALL BY NAME

    SELECT
        'commitment' AS kind,
        commitments.id,
        CASE WHEN status = 'proposed' THEN _('proposed') END AS remark_{language},
    FROM commitments
    JOIN instruments ON instruments.id = commitments.instrument_id
),

parameters AS (
    SELECT 'country' AS kind, id, 'countries.country' AS parameter FROM actors WHERE is_country(kind)
    UNION
    SELECT 'country', id, 'countries.with' FROM actors WHERE is_country(kind)
    UNION
    SELECT 'country', actor_id, 'countries?section=votes.country' FROM votes
    UNION
    SELECT 'country', id, unnest(['commitments.country', 'members.country']) FROM actors WHERE is_country(kind)
    UNION
    SELECT 'topic', id, unnest(['commitments.focus_area', 'capacity.focus_area', 'topics.id']) FROM focus_areas
    UNION
    SELECT 'organization', id, 'capacity.group' FROM actors WHERE kind = 'country_group'
    UNION
    SELECT 'organization', organization_id, 'members.body' FROM memberships
    UNION
    -- Of a group of countries what is promised for it is asked for, of others what they are to do.
    SELECT 'organization', id, CASE WHEN kind = 'country_group' THEN 'commitments.beneficiary' ELSE 'commitments.actor' END
    FROM actors
    WHERE id IN (SELECT actor_id FROM commitment_actors UNION SELECT actor_id FROM commitment_beneficiaries)
    UNION
    SELECT 'organization', lane_id, 'timeline.body' FROM timeline
    UNION
    SELECT 'text', instrument_id, 'members.body' FROM adherences
    UNION
    SELECT 'text', instrument_id, 'commitments.instrument' FROM commitments
    UNION
    SELECT 'text', instrument_id, 'texts.id' FROM vote_tallies
    UNION
    SELECT 'organization', lead_id, 'organizations?section=programmes.id' FROM initiatives
    UNION
    SELECT 'organization', organization_id, 'organizations?section=appointments.id' FROM appointments
    UNION
    SELECT
        CASE body_kind WHEN 'instrument' THEN 'text' ELSE 'organization' END,
        body_id,
        CASE body_kind WHEN 'instrument' THEN 'texts' ELSE 'organizations' END || '?section=absent.id'
    FROM roster_reports
    WHERE roster = 'complete' AND body_kind <> 'country_group'
    UNION
    SELECT 'organization', adopted_by_id, 'organizations?section=texts.id' FROM instruments WHERE adopted_on IS NOT NULL
),

served AS (
    SELECT
        kind,
        id,
        list(parameter ORDER BY parameter) AS serves
    FROM parameters
    GROUP BY ALL
),

links AS (
{% for table in tables %}
{% for column, target in table.references %}
    SELECT '{{ target }}' AS relation, {{ column }} AS id FROM {{ table.name }}
    UNION ALL
{% endfor %}
{% endfor %}
    SELECT NULL AS relation, NULL AS id
),

linked AS (
    SELECT
        relation,
        id,
        count(*) AS mentions
    FROM links
    GROUP BY ALL
),

things AS (
    SELECT
        kind,
        id,
        relation,
        concat(name_{language}, CASE kind WHEN 'commitment' THEN _(': ') || about_{language} WHEN 'person' THEN ', ' || about_{language} WHEN 'source' THEN ' (' || about_{language} || ')' WHEN 'milestone' THEN ' (' || year(dated_on_latest) || ')' END) AS title_{language},
        CASE
            WHEN kind = 'milestone' THEN abs(date_diff('day', dated_on_latest, newest_evidence)) / 365
        END AS age
    FROM records
    CROSS JOIN (SELECT newest_evidence FROM edition)
    WHERE name_{first} IS NOT NULL

    UNION ALL BY NAME

    SELECT
        'list' AS kind,
        id,
        'search_lists' AS relation,
        title_{language},
        search_lists.factor AS factor_of_list
    FROM search_lists
)

SELECT
    (row_number() OVER (ORDER BY position, id))::INTEGER AS document,
    kind,
    id,
    relation,
    title_{language},
    remark_{language},
    sources.own_language,
    coalesce(serves, []) AS serves,
    -- What happened long ago, or comes late, is seldom meant.
    (factor * coalesce(0.8 + 0.2 * exp(-age / 5), 1) * coalesce(factor_of_list, 1)) AS factor,
    coalesce(mentions, 0)::INTEGER AS mentions
FROM things
JOIN search_kinds USING (kind)
LEFT JOIN standings USING (kind, id)
LEFT JOIN served USING (kind, id)
LEFT JOIN linked USING (relation, id)
LEFT JOIN (SELECT 'sources' AS relation, id, language AS own_language FROM sources) AS sources USING (relation, id)
ORDER BY document

-- One row per position taken, expert appointed, meeting hosted or body seated, of one country, as
-- known on the day. Its government and ministries count as the country.
-- key: row_table, id, section
-- parameters: country VARCHAR, day DATE
--
-- section: [profile_section] 'position', 'appointment' or 'hosting'.
-- row_table: -> dictionary Table of the row.
-- id: Key of the row.
-- subject_id: -> actors, instruments, initiatives, focus_areas The body, text, event, initiative, focus area or group it is about.
-- subject: Its name.
-- detail: [membership_role, act, position, appointment_role, milestone_kind, actor_kind,
-- initiative_status] What exactly, as a code: the role, act, position, kind or status.
-- detail_vocabulary: -> vocabularies Closed list from which the code comes.
-- note: What else a reader should know: the person, the need, the group through which it applies.
-- since: Since when, or when.
-- until: First day on which it is no longer so.
-- certainty: [certainty] 'certain' if it holds on the day by every reading of the dates, else
-- 'possible'; a planned event is never more than possible.
-- derivation: [derivation] 'declared' if it names the country, 'derived' if it applies through
-- something else.

WITH own AS (
    SELECT actor_id
    FROM actor_lanes
    WHERE lane_id = country
),

gathered AS (
    SELECT
        'position' AS section,
        'positions' AS row_table,
        positions.id,
        coalesce(instruments.id, bodies.id, initiatives.id) AS subject_id,
        coalesce(instruments.short_title_{language}, bodies.name_{language}, initiatives.name_{language}) AS subject_{language},
        positions.position AS detail,
        'position' AS detail_vocabulary,
        positions.note_{language},
        positions.on_date{days} AS since{days},
        NULL AS until,
        certainty_on(
            positions.on_date_earliest, positions.on_date_latest, NULL, NULL, day
        ) AS certainty,
        positions.source_id,
        positions.locator
    FROM positions
    LEFT JOIN instruments ON instruments.id = positions.instrument_id
    LEFT JOIN actors AS bodies ON bodies.id = positions.body_id
    LEFT JOIN initiatives ON initiatives.id = positions.initiative_id
    WHERE
        positions.actor_id IN (SELECT actor_id FROM own)
        AND certainty IS NOT NULL

    UNION ALL

    SELECT
        'appointment' AS section,
        'appointments' AS row_table,
        appointments.id,
        bodies.id AS subject_id,
        bodies.name_{language} AS subject_{language},
        appointments.role AS detail,
        'appointment_role' AS detail_vocabulary,
        appointments.person_name AS note_{language},
        appointments.started_on{days} AS since{days},
        appointments.ended_on AS until,
        certainty_on(
            appointments.started_on_earliest,
            appointments.started_on_latest,
            appointments.ended_on_earliest,
            appointments.ended_on_latest,
            day
        ) AS certainty,
        appointments.source_id,
        appointments.locator
    FROM appointments
    JOIN actors AS bodies ON bodies.id = appointments.organization_id
    WHERE
        appointments.country_id = country
        AND certainty IS NOT NULL

    UNION ALL

    -- A meeting to come is known once its source was published.
    SELECT
        'hosting' AS section,
        'milestones' AS row_table,
        milestones.id,
        milestones.id AS subject_id,
        milestones.title_{language} AS subject_{language},
        milestones.kind AS detail,
        'milestone_kind' AS detail_vocabulary,
        milestones.description_{language} AS note_{language},
        milestones.happened_on{days} AS since{days},
        NULL AS until,
        CASE WHEN standing.status = 'held' THEN 'certain' ELSE 'possible' END AS certainty,
        milestones.source_id,
        milestones.locator
    FROM milestones
    JOIN milestones_on(day) AS standing ON standing.milestone_id = milestones.id
    WHERE
        milestones.host_id IN (SELECT actor_id FROM own)
        AND NOT standing.known_later
        AND standing.status IN ('planned', 'held')

    UNION ALL

    SELECT
        'hosting' AS section,
        'actors' AS row_table,
        id,
        id AS subject_id,
        name_{language} AS subject_{language},
        kind AS detail,
        'actor_kind' AS detail_vocabulary,
        seat_city_{language} AS note_{language},
        founded_on{days} AS since{days},
        dissolved_on AS until,
        certainty_on(
            founded_on_earliest,
            coalesce(founded_on_latest, DATE '-infinity'),
            dissolved_on_earliest,
            dissolved_on_latest,
            day
        ) AS certainty,
        source_id,
        locator
    FROM actors
    WHERE
        seat_country_id = country
        AND kind NOT IN ('government', 'company', 'foundation', 'research_centre')
        AND certainty IS NOT NULL
)

SELECT
    * EXCLUDE (source_id, locator),
    'declared' AS derivation,
    source_id,
    locator
FROM gathered
ORDER BY section, since_latest NULLS LAST, subject_{first}, row_table, id

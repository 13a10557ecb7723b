-- One row per initiative that one country leads, works with or is reached by, and per need that it
-- or a group it is in has stated, as known on the day. Its government and ministries count as the
-- country.
-- key: row_table, id
-- parameters: country VARCHAR, day DATE, developing_as VARCHAR := NULL
--
-- section: [profile_section] 'initiative' or 'need'.
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
-- certainty: 'certain' if it holds on the day by every reading of the dates, else 'possible'; a
-- planned event is never more than possible.
-- derivation: 'declared' if it names the country, 'derived' if it applies through something else.

-- The country itself, its government, and whatever it is part of on the day.
WITH circles AS (
    SELECT
        actor_id,
        NULL AS name_{language},
        'declared' AS derivation,
        'certain' AS certainty
    FROM actor_lanes
    WHERE lane_id = country

    UNION ALL

    SELECT
        group_id AS actor_id,
        group_{language} AS name_{language},
        'derived' AS derivation,
        certainty
    FROM groupings_on(day, developing_as := developing_as)
    WHERE member_id = country
),

concerned AS (
    SELECT
        initiative_reach.initiative_id,
        circles.*
    FROM initiative_reach
    JOIN circles ON circles.actor_id = initiative_reach.actor_id

    UNION ALL

    SELECT
        initiative_partners.initiative_id,
        circles.*
    FROM initiative_partners
    JOIN circles ON circles.actor_id = initiative_partners.actor_id
    WHERE circles.derivation = 'declared'

    UNION ALL

    SELECT
        initiatives.id AS initiative_id,
        circles.*
    FROM initiatives
    JOIN circles ON circles.actor_id = initiatives.lead_id
    WHERE circles.derivation = 'declared'
),

ways AS (
    SELECT
        initiative_id,
        min(derivation) AS derivation,
        min(certainty) AS certainty,
        string_agg(DISTINCT name_{language}, _('; ') ORDER BY name_{language}) AS groups_{language},
    FROM concerned
    GROUP BY ALL
),

gathered AS (
    SELECT
        'initiative' AS section,
        'initiatives' AS row_table,
        initiatives.id,
        initiatives.id AS subject_id,
        initiatives.name_{language} AS subject_{language},
        initiatives.status AS detail,
        'initiative_status' AS detail_vocabulary,
        ways.groups_{language} AS note_{language},
        initiatives.started_on{days} AS since{days},
        initiatives.ended_on AS until,
        certainty_on(
            coalesce(initiatives.started_on_earliest, sources.published_on_earliest),
            coalesce(initiatives.started_on_latest, DATE '-infinity'),
            initiatives.ended_on_earliest,
            initiatives.ended_on_latest,
            day
        ) AS own_certainty,
        ways.certainty,
        ways.derivation,
        initiatives.source_id,
        initiatives.locator
    FROM ways
    JOIN initiatives ON initiatives.id = ways.initiative_id
    LEFT JOIN sources ON sources.id = initiatives.source_id
    WHERE own_certainty IS NOT NULL

    UNION ALL

    SELECT
        'need' AS section,
        'needs' AS row_table,
        needs.id,
        needs.focus_area_id AS subject_id,
        focus_areas.name_{language} AS subject_{language},
        NULL AS detail,
        NULL AS detail_vocabulary,
        concat_ws(_(': '), circles.name_{language}, needs.statement_{language}) AS note_{language},
        needs.stated_on{days} AS since{days},
        NULL AS until,
        certainty_on(
            needs.stated_on_earliest, needs.stated_on_latest, NULL, NULL, day
        ) AS own_certainty,
        circles.certainty,
        circles.derivation,
        needs.source_id,
        needs.locator
    FROM needs
    JOIN circles ON circles.actor_id = needs.actor_id
    JOIN focus_areas ON focus_areas.id = needs.focus_area_id
    WHERE own_certainty IS NOT NULL
)

SELECT * EXCLUDE (own_certainty)
    REPLACE (
        CASE
            WHEN own_certainty = 'certain' AND certainty = 'certain' THEN 'certain'
            ELSE 'possible'
        END AS certainty
    )
FROM gathered
ORDER BY section, since_latest NULLS LAST, subject_{first}, id

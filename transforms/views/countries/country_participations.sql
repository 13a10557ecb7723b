-- One row per membership, act and group of one country that holds on the day, whatever the role;
-- with the wider groups that its groups are part of. Its government and ministries count as the
-- country.
-- key: row_table, id
-- parameters: country VARCHAR, day DATE, developing_as VARCHAR := NULL
--
-- section: [profile_section] 'membership', 'adherence' or 'group'.
-- row_table: Table of the row.
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

WITH gathered AS (
    SELECT
        CASE body_kind
            WHEN 'organization' THEN 'membership'
            WHEN 'country_group' THEN 'group'
            ELSE 'adherence'
        END AS section,
        row_table,
        row_id AS id,
        coalesce(organization_id, instrument_id) AS subject_id,
        body_{language} AS subject_{language},
        role AS detail,
        role_vocabulary AS detail_vocabulary,
        note_{language},
        joined_on{days} AS since{days},
        left_on AS until,
        certainty_on(
            joined_on_earliest, joined_on_latest, certain_until, left_on_latest, day
        ) AS certainty,
        derivation,
        source_id,
        locator
    FROM participations
    WHERE
        member_id IN (SELECT actor_id FROM actor_lanes WHERE lane_id = country)
        AND certainty IS NOT NULL

    UNION ALL BY NAME

    SELECT
        'group' AS section,
        'actors' AS row_table,
        group_id AS id,
        group_id AS subject_id,
        group_{language} AS subject_{language},
        certainty,
        derivation,
        source_id,
        locator
    FROM groupings_on(day, developing_as := developing_as)
    WHERE member_id = country AND steps > 0
)

SELECT *
FROM gathered
ORDER BY section, subject_{first}, row_table, id

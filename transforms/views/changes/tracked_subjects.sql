-- One row per thing of which something can change, whatever the day: what it is called, which page
-- tells more of it, and whom and what it concerns.
-- key: subject, item_id
-- stored: subject, item_id
-- indexed: item_id
--
-- subject: [change_aspect] What can change of it, or the first of that: 'commitment' for the status
-- and the deadline of a commitment too.
-- item_id: Key of the thing within the subject.
-- record_kind: [record_kind] Kind of the record whose page tells more.
-- record_id: -> commitments, instruments, actors, initiatives, focus_areas, appointments,
-- milestones Key of that record.
-- title: What it is called.
-- instrument_id: The text itself where it is one; else the one that it is part of, or is about.
-- member_id: -> actors Who is in, acted or took the position.
-- actor_ids: -> actors Whom it concerns: who is bound, is in, leads, is reached or hosts, and the
-- body itself.
-- focus_area_ids: -> focus_areas The focus areas that it lies in.

WITH fields AS (
    SELECT
        initiative_id,
        list(focus_area_id ORDER BY focus_area_id) AS focus_area_ids
    FROM initiative_focus_areas
    GROUP BY ALL
),

concerned AS (
    SELECT
        initiative_id,
        list(DISTINCT actor_id ORDER BY actor_id) AS actor_ids
    FROM (
        SELECT id AS initiative_id, lead_id AS actor_id FROM initiatives
        UNION ALL
        SELECT initiative_id, actor_id FROM initiative_partners
        UNION ALL
        SELECT initiative_id, actor_id FROM initiative_reach
    ) AS each
    GROUP BY ALL
),

-- What its newest row calls a series of numbers.
series AS (
    SELECT DISTINCT ON (aspect, item_id) *
    FROM stated_numbers
    ORDER BY aspect, item_id, as_of_latest DESC, row_id DESC
),

gathered AS (
    SELECT
        'commitment' AS subject,
        id AS item_id,
        'commitment' AS record_kind,
        id AS record_id,
        instrument_{language} || ', ' || paragraph_{language} || _(': ') || summary_{language} AS title_{language},
        instrument_id,
        actor_ids,
        focus_area_ids
    FROM commitment_register

    UNION ALL BY NAME

    SELECT DISTINCT
        CASE WHEN instrument_id IS NULL THEN 'membership' ELSE 'act' END AS subject,
        concat_ws(' ', organization_id, instrument_id, member_id) AS item_id,
        CASE WHEN instrument_id IS NULL THEN 'organization' ELSE 'text' END AS record_kind,
        coalesce(organization_id, instrument_id) AS record_id,
        body_{language} || _(': ') || member_{language} AS title_{language},
        instrument_id,
        member_id,
        list_filter([organization_id, member_id], LAMBDA actor: actor IS NOT NULL) AS actor_ids
    FROM participations
    WHERE counted

    UNION ALL BY NAME

    SELECT
        'appointment' AS subject,
        appointments.id AS item_id,
        'person' AS record_kind,
        appointments.id AS record_id,
        coalesce(appointments.person_name, countries.name_{language}) || ', ' || bodies.name_{language} AS title_{language},
        appointments.country_id AS member_id,
        [appointments.organization_id, appointments.country_id] AS actor_ids
    FROM appointments
    JOIN actors AS bodies ON bodies.id = appointments.organization_id
    JOIN actors AS countries ON countries.id = appointments.country_id

    UNION ALL BY NAME

    SELECT
        'position' AS subject,
        positions.id AS item_id,
        CASE
            WHEN positions.instrument_id IS NOT NULL THEN 'text'
            WHEN positions.initiative_id IS NOT NULL THEN 'programme'
            ELSE 'organization'
        END AS record_kind,
        coalesce(positions.instrument_id, positions.initiative_id, positions.body_id) AS record_id,
        coalesce(texts.short_title_{language}, initiatives.name_{language}, bodies.name_{language}) || _(': ') || actors.name_{language} AS title_{language},
        positions.instrument_id,
        positions.actor_id AS member_id,
        list_filter(
            [positions.actor_id, positions.body_id], LAMBDA actor: actor IS NOT NULL
        ) AS actor_ids
    FROM positions
    JOIN actors ON actors.id = positions.actor_id
    LEFT JOIN instruments AS texts ON texts.id = positions.instrument_id
    LEFT JOIN initiatives ON initiatives.id = positions.initiative_id
    LEFT JOIN actors AS bodies ON bodies.id = positions.body_id

    UNION ALL BY NAME

    SELECT
        'text' AS subject,
        id AS item_id,
        'text' AS record_kind,
        id AS record_id,
        short_title_{language} AS title_{language},
        id AS instrument_id,
        list_filter([adopted_by_id], LAMBDA actor: actor IS NOT NULL) AS actor_ids
    FROM instruments

    UNION ALL BY NAME

    SELECT
        'milestone' AS subject,
        milestones.id AS item_id,
        'milestone' AS record_kind,
        milestones.id AS record_id,
        milestones.title_{language},
        coalesce(milestones.instrument_id, commitments.instrument_id) AS instrument_id,
        list_filter(
            [milestones.actor_id, milestones.host_id], LAMBDA actor: actor IS NOT NULL
        ) AS actor_ids,
        coalesce(fields.focus_area_ids, commitments.focus_area_ids) AS focus_area_ids
    FROM milestones
    LEFT JOIN commitment_register AS commitments ON commitments.id = milestones.commitment_id
    LEFT JOIN fields ON fields.initiative_id = milestones.initiative_id

    UNION ALL BY NAME

    SELECT
        'organization' AS subject,
        id AS item_id,
        CASE WHEN is_country(kind) THEN 'country' ELSE 'organization' END AS record_kind,
        id AS record_id,
        name_{language} AS title_{language},
        list_filter([id, parent_id], LAMBDA actor: actor IS NOT NULL) AS actor_ids
    FROM actors

    UNION ALL BY NAME

    SELECT
        'programme' AS subject,
        initiatives.id AS item_id,
        'programme' AS record_kind,
        initiatives.id AS record_id,
        initiatives.name_{language} AS title_{language},
        concerned.actor_ids,
        fields.focus_area_ids
    FROM initiatives
    JOIN concerned ON concerned.initiative_id = initiatives.id
    LEFT JOIN fields ON fields.initiative_id = initiatives.id

    UNION ALL BY NAME

    SELECT
        'need' AS subject,
        needs.id AS item_id,
        'topic' AS record_kind,
        needs.focus_area_id AS record_id,
        actors.name_{language} || _(': ') || needs.statement_{language} AS title_{language},
        needs.actor_id AS member_id,
        [needs.actor_id] AS actor_ids,
        [needs.focus_area_id] AS focus_area_ids
    FROM needs
    JOIN actors ON actors.id = needs.actor_id

    UNION ALL BY NAME

    SELECT
        numbers.aspect AS subject,
        numbers.item_id,
        records.kind AS record_kind,
        records.id AS record_id,
        records.name_{language} || _(': ') || numbers.what_{language} || ' (' || coalesce(natures.label_{language}, numbers.nature) || ')' AS title_{language},
        numbers.instrument_id,
        coalesce(concerned.actor_ids, list_filter([numbers.actor_id], LAMBDA actor: actor IS NOT NULL)) AS actor_ids,
        fields.focus_area_ids
    FROM series AS numbers
    JOIN records
        ON records.id = coalesce(numbers.actor_id, numbers.instrument_id, numbers.initiative_id)
        AND records.relation = CASE
            WHEN numbers.actor_id IS NOT NULL THEN 'actors'
            WHEN numbers.instrument_id IS NOT NULL THEN 'instruments'
            ELSE 'initiatives'
        END
    LEFT JOIN vocabularies AS natures
        ON natures.vocabulary = 'figure_nature'
        AND natures.code = numbers.nature
    LEFT JOIN concerned ON concerned.initiative_id = numbers.initiative_id
    LEFT JOIN fields ON fields.initiative_id = numbers.initiative_id
)

SELECT
    subject,
    item_id,
    record_kind,
    record_id,
    title_{language},
    instrument_id,
    member_id,
    coalesce(actor_ids, []) AS actor_ids,
    coalesce(focus_area_ids, []) AS focus_area_ids
FROM gathered
ORDER BY subject, item_id

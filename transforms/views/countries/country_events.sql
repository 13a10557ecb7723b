-- en: One row per position taken, expert appointed, meeting hosted or body seated, of one country,
-- as known on the day. Its government and ministries count as the country.
-- fr: Une ligne par position prise, expert nommé, réunion accueillie ou organe ayant son siège dans
-- le pays, pour un pays, selon ce qui est connu au jour dit. Son gouvernement et ses ministères
-- comptent comme le pays.
-- key: row_table, id, section
-- parameters: country VARCHAR, day DATE
--
-- section: [profile_section] 'position', 'appointment' or 'hosting'. | « position », « appointment
-- » (nomination) ou « hosting » (accueil).
-- row_table: -> dictionary Table of the row. | Table de la ligne.
-- id: Key of the row. | Clé de la ligne.
-- subject_id: The body, text, event, initiative, focus area or group it is about. | L'organe, le
-- texte, l'événement, l'initiative, le domaine ou le groupe concerné.
-- subject_en: Its name in English. | Son nom, en anglais.
-- subject_fr: Its name in French. | Son nom.
-- detail: [membership_role, act, position, appointment_role, milestone_kind, actor_kind,
-- initiative_status] What exactly, as a code: the role, act, position, kind or status. | Précision,
-- sous forme de code : rôle, acte, position, nature ou état.
-- detail_vocabulary: -> vocabularies Closed list from which the code comes. | Liste fermée d'où
-- vient le code.
-- note_en: What else a reader should know, in English: the person, the need, the group through
-- which it applies. | Ce qu'il faut savoir de plus, en anglais : la personne, le besoin, le groupe
-- par lequel il s'applique.
-- note_fr: What else a reader should know, in French. | Ce qu'il faut savoir de plus : la personne,
-- le besoin, le groupe par lequel il s'applique.
-- since: Since when, or when. | Depuis quand, ou quand.
-- until: First day on which it is no longer so. | Premier jour où il n'en est plus ainsi.
-- certainty: [certainty] 'certain' if it holds on the day by every reading of the dates, else
-- 'possible'; a planned event is never more than possible. | « certain » si cela vaut au jour dit
-- selon toute lecture des dates, sinon « possible » ; un événement prévu n'est jamais que possible.
-- derivation: [derivation] 'declared' if it names the country, 'derived' if it applies through
-- something else. | « declared » (déclaré) si le pays est nommé, « derived » (dérivé) si cela
-- découle d'autre chose.

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
        coalesce(instruments.short_title_en, bodies.name_en, initiatives.name_en) AS subject_en,
        coalesce(instruments.short_title_fr, bodies.name_fr, initiatives.name_fr) AS subject_fr,
        positions.position AS detail,
        'position' AS detail_vocabulary,
        positions.note_en,
        positions.note_fr,
        positions.on_date AS since,
        positions.on_date_earliest AS since_earliest,
        positions.on_date_latest AS since_latest,
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
        bodies.name_en AS subject_en,
        bodies.name_fr AS subject_fr,
        appointments.role AS detail,
        'appointment_role' AS detail_vocabulary,
        appointments.person_name AS note_en,
        appointments.person_name AS note_fr,
        appointments.started_on AS since,
        appointments.started_on_earliest AS since_earliest,
        appointments.started_on_latest AS since_latest,
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
        milestones.title_en AS subject_en,
        milestones.title_fr AS subject_fr,
        milestones.kind AS detail,
        'milestone_kind' AS detail_vocabulary,
        milestones.description_en AS note_en,
        milestones.description_fr AS note_fr,
        milestones.happened_on AS since,
        milestones.happened_on_earliest AS since_earliest,
        milestones.happened_on_latest AS since_latest,
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
        name_en AS subject_en,
        name_fr AS subject_fr,
        kind AS detail,
        'actor_kind' AS detail_vocabulary,
        seat_city AS note_en,
        seat_city AS note_fr,
        founded_on AS since,
        founded_on_earliest AS since_earliest,
        founded_on_latest AS since_latest,
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
    section,
    row_table,
    id,
    subject_id,
    subject_en,
    subject_fr,
    detail,
    detail_vocabulary,
    note_en,
    note_fr,
    since,
    since_earliest,
    since_latest,
    until,
    certainty,
    'declared' AS derivation,
    source_id,
    locator
FROM gathered
ORDER BY section, since_latest NULLS LAST, subject_en, row_table, id

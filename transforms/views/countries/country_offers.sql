-- en: One row per initiative that one country leads, works with or is reached by, and per need that
-- it or a group it is in has stated, as known on the day. Its government and ministries count as
-- the country.
-- fr: Une ligne par initiative qu'un pays conduit, à laquelle il participe ou qui le touche, et par
-- besoin énoncé par lui ou par un groupe dont il fait partie, tel que connu au jour dit. Son
-- gouvernement et ses ministères comptent comme le pays.
-- key: row_table, id
-- parameters: country VARCHAR, day DATE
--
-- section: [profile_section] 'initiative' or 'need'. | « initiative » ou « need » (besoin).
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
-- certainty: 'certain' if it holds on the day by every reading of the dates, else 'possible'; a
-- planned event is never more than possible. | « certain » si cela vaut au jour dit selon toute
-- lecture des dates, sinon « possible » ; un événement prévu n'est jamais que possible.
-- derivation: 'declared' if it names the country, 'derived' if it applies through something else. |
-- « declared » (déclaré) si le pays est nommé, « derived » (dérivé) si cela découle d'autre chose.

-- The country itself, its government, and whatever it is part of on the day.
WITH circles AS (
    SELECT
        actor_id,
        NULL AS name_en,
        NULL AS name_fr,
        'declared' AS derivation,
        'certain' AS certainty
    FROM actor_lanes
    WHERE lane_id = country

    UNION ALL

    SELECT
        group_id AS actor_id,
        group_en AS name_en,
        group_fr AS name_fr,
        'derived' AS derivation,
        certainty
    FROM groupings_on(day)
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
        string_agg(DISTINCT name_en, '; ' ORDER BY name_en) AS groups_en,
        string_agg(DISTINCT name_fr, ' ; ' ORDER BY name_fr) AS groups_fr
    FROM concerned
    GROUP BY ALL
),

gathered AS (
    SELECT
        'initiative' AS section,
        'initiatives' AS row_table,
        initiatives.id,
        initiatives.id AS subject_id,
        initiatives.name_en AS subject_en,
        initiatives.name_fr AS subject_fr,
        initiatives.status AS detail,
        'initiative_status' AS detail_vocabulary,
        ways.groups_en AS note_en,
        ways.groups_fr AS note_fr,
        initiatives.started_on AS since,
        initiatives.started_on_earliest AS since_earliest,
        initiatives.started_on_latest AS since_latest,
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
        focus_areas.name_en AS subject_en,
        focus_areas.name_fr AS subject_fr,
        NULL AS detail,
        NULL AS detail_vocabulary,
        concat_ws(': ', circles.name_en, needs.statement_en) AS note_en,
        concat_ws(' : ', circles.name_fr, needs.statement_fr) AS note_fr,
        needs.stated_on AS since,
        needs.stated_on_earliest AS since_earliest,
        needs.stated_on_latest AS since_latest,
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
    CASE
        WHEN own_certainty = 'certain' AND certainty = 'certain' THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    derivation,
    source_id,
    locator
FROM gathered
ORDER BY section, since_latest NULLS LAST, subject_en, id

-- en: One row per membership, act and group of one country that holds on the day, whatever the
-- role; with the wider groups that its groups are part of. Its government and ministries count as
-- the country.
-- fr: Une ligne par appartenance, acte et groupe d'un pays valant au jour dit, quel que soit le
-- rôle, avec les groupes plus larges qui contiennent les siens. Son gouvernement et ses ministères
-- comptent comme le pays.
-- key: row_table, id
-- parameters: country VARCHAR, day DATE
--
-- section: [profile_section] 'membership', 'adherence' or 'group'. | « membership » (appartenance),
-- « adherence » (acte envers un texte) ou « group » (groupe).
-- row_table: Table of the row. | Table de la ligne.
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
        body_en AS subject_en,
        body_fr AS subject_fr,
        role AS detail,
        role_vocabulary AS detail_vocabulary,
        note_en,
        note_fr,
        joined_on AS since,
        joined_on_earliest AS since_earliest,
        joined_on_latest AS since_latest,
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
        group_en AS subject_en,
        group_fr AS subject_fr,
        certainty,
        derivation,
        source_id,
        locator
    FROM groupings_on(day)
    WHERE member_id = country AND steps > 0
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
    derivation,
    source_id,
    locator
FROM gathered
ORDER BY section, subject_en, row_table, id

-- en: One row per commitment of an area, capacity building unless told otherwise, that stands on
-- the day and that no programme answers: no initiative that runs reaches those it is for, in its
-- focus area or a narrower one. A commitment that names nobody is answered by any initiative there.
-- fr: Une ligne par engagement d'un domaine, par défaut le renforcement des capacités, en vigueur
-- au jour dit et auquel aucun programme ne répond : aucune initiative en cours ne touche ceux qu'il
-- vise, dans son domaine ou un domaine plus étroit. À un engagement qui ne nomme personne répond
-- toute initiative du domaine.
-- key: commitment_id
-- parameters: day DATE, area VARCHAR := NULL
--
-- instrument_en: Its title in English. | Son titre, en anglais.
-- instrument_fr: Its title in French. | Son titre.
-- instrument_symbol: Its symbol. | Sa cote.
-- paragraph_en: Paragraph, in English. | Paragraphe, en anglais.
-- paragraph_fr: Paragraph, in French. | Paragraphe.
-- actors_en: Who is committed, in English. | Qui s'engage, en anglais.
-- actors_fr: Who is committed, in French. | Qui s'engage.
-- beneficiary_ids: For whom; empty if the text names nobody. | Pour qui ; vide si le texte ne nomme
-- personne.
-- beneficiary_en: For whom, in English. | Pour qui, en anglais.
-- beneficiary_fr: For whom, in French. | Pour qui.
-- focus_area_ids: Its focus areas. | Ses domaines.
-- focus_areas_en: Their names in English. | Leurs noms, en anglais.
-- focus_areas_fr: Their names in French. | Leurs noms.
-- elsewhere: Former name of initiatives_reaching_others; it goes with the next release. | Ancien nom
-- de initiatives_reaching_others ; il disparaîtra à la prochaine version.
-- initiatives_reaching_others: How many initiatives run in these areas that reach others only; 0 if none runs there
-- at all. | Nombre d'initiatives en cours dans ces domaines qui ne touchent que d'autres ; 0 si
-- aucune n'y est en cours.
-- status: [assessment_status] Status of the commitment on the day. | État de l'engagement au jour
-- dit.
-- due_on: Deadline. | Échéance.
-- due_state: How near the deadline is. | État de l'échéance.
-- verification: What its wording rests on. | Sur quoi repose sa formulation.

WITH fields AS MATERIALIZED (
    SELECT
        commitment_focus_areas.commitment_id,
        commitment_focus_areas.focus_area_id
    FROM commitment_focus_areas
    JOIN focus_area_ancestors
        ON focus_area_ancestors.focus_area_id = commitment_focus_areas.focus_area_id
    WHERE
        focus_area_ancestors.ancestor_id = coalesce(area, (SELECT root_area FROM tracker))
        -- A tracker without a root looks at every area.
        OR coalesce(area, (SELECT root_area FROM tracker)) IS NULL
),

-- An initiative offers something in its own areas and in the broader ones.
programmes AS MATERIALIZED (
    SELECT DISTINCT
        running.initiative_id,
        focus_area_ancestors.ancestor_id AS focus_area_id
    FROM initiatives_running_on(day) AS running
    JOIN initiative_focus_areas
        ON initiative_focus_areas.initiative_id = running.initiative_id
    JOIN focus_area_ancestors
        ON focus_area_ancestors.focus_area_id = initiative_focus_areas.focus_area_id
    WHERE running.runs
),

-- Groups are reached as in the gaps; a body, if it is named or if all countries are.
reached AS (
    SELECT
        id AS initiative_id,
        focus_area_id,
        group_id AS actor_id
    FROM offers_on(day)
    WHERE origin = 'initiative'

    UNION

    SELECT
        programmes.initiative_id,
        programmes.focus_area_id,
        bodies.id AS actor_id
    FROM programmes
    JOIN initiative_reach ON initiative_reach.initiative_id = programmes.initiative_id
    JOIN actors AS bodies
        ON bodies.id = initiative_reach.actor_id
        OR (
            initiative_reach.actor_id = (SELECT all_countries FROM tracker)
            AND bodies.kind <> 'country_group'
        )
),

answered AS (
    SELECT fields.commitment_id
    FROM fields
    JOIN commitment_beneficiaries
        ON commitment_beneficiaries.commitment_id = fields.commitment_id
    JOIN reached
        ON reached.focus_area_id = fields.focus_area_id
        AND reached.actor_id = commitment_beneficiaries.actor_id

    UNION

    SELECT fields.commitment_id
    FROM fields
    ANTI JOIN commitment_beneficiaries
        ON commitment_beneficiaries.commitment_id = fields.commitment_id
    JOIN programmes ON programmes.focus_area_id = fields.focus_area_id
),

nearby AS (
    SELECT
        fields.commitment_id,
        count(DISTINCT programmes.initiative_id) AS initiatives_reaching_others
    FROM fields
    LEFT JOIN programmes ON programmes.focus_area_id = fields.focus_area_id
    GROUP BY fields.commitment_id
)

SELECT
    made.id AS commitment_id,
    made.instrument_id,
    made.instrument_en,
    made.instrument_fr,
    made.instrument_symbol,
    made.paragraph_en,
    made.paragraph_fr,
    made.summary_en,
    made.summary_fr,
    made.actors_en,
    made.actors_fr,
    made.beneficiary_ids,
    made.beneficiary_en,
    made.beneficiary_fr,
    made.focus_area_ids,
    made.focus_areas_en,
    made.focus_areas_fr,
    nearby.initiatives_reaching_others AS elsewhere,
    nearby.initiatives_reaching_others,
    made.status,
    made.due_on,
    made.due_on_earliest,
    made.due_on_latest,
    made.due_state,
    made.verification,
    made.source_id,
    made.source_title,
    made.source_url,
    made.locator
FROM commitments_on(day) AS made
JOIN nearby ON nearby.commitment_id = made.id
JOIN instruments_on(day) AS texts ON texts.instrument_id = made.instrument_id
ANTI JOIN answered ON answered.commitment_id = made.id
WHERE texts.stands
ORDER BY made.instrument_id, made.id

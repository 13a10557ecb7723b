-- en: One row per organization or text, day and act: how many joined, signed, ratified, endorsed,
-- adhered or left. Declared ones only; groups of countries and the United Nations' own members are
-- left out. What a milestone of the same body and date already tells is not told twice.
-- fr: Une ligne par organisation ou texte, par date et par acte : combien sont entrés, ont signé,
-- ratifié, approuvé ou adhéré, ou sont partis. Actes déclarés seulement, hors groupes de pays et
-- membres de l'ONU elle-même. Ce qu'un jalon du même organe et de la même date dit déjà n'est pas
-- dit deux fois.
-- key: actor_id, instrument_id, act, happened_on
--
-- origin: [participation_origin] 'membership' or 'adherence'. | « membership » (appartenance) ou «
-- adherence » (acte envers un texte).
-- act: [act, participation_change] 'founded', 'joined' or 'left' for a body, else the act towards
-- the text. | « founded » (fondé), « joined » (entré) ou « left » (parti) pour un organe, sinon
-- l'acte envers le texte.
-- kind: What kind of event it is. | Nature de l'événement.
-- actor_id: The organization. | L'organisation.
-- instrument_id: The text. | Le texte.
-- row_ids: Keys of the memberships or acts. | Clés des appartenances ou des actes.
-- n: How many did so. | Combien l'ont fait.
-- happened_on: When. | Quand.
-- title_en: What, in one line, in English. | Quoi, en une ligne, en anglais.
-- title_fr: What, in one line, in French. | Quoi, en une ligne.
-- description_en: What a reader should know, in English. | Ce qu'il faut savoir, en anglais.

WITH words AS (
    SELECT *
    FROM (
        VALUES
        ('founded', 'accession', 'founding member', 'membre fondateur', 'membres fondateurs'),
        ('joined', 'accession', 'new member', 'nouveau membre', 'nouveaux membres'),
        ('left', 'withdrawal', 'departure', 'départ', 'départs'),
        ('signed', 'signature', 'signature', 'signature', 'signatures'),
        ('ratified', 'ratification', 'ratification', 'ratification', 'ratifications'),
        ('endorsed', 'endorsement', 'endorsement', 'approbation', 'approbations'),
        ('adhered', 'accession', 'adherence', 'adhésion', 'adhésions'),
        ('withdrew', 'withdrawal', 'withdrawal', 'retrait', 'retraits')
    ) AS listed (act, kind, one_en, one_fr, many_fr)
),

acts AS (
    SELECT
        organization_id AS actor_id,
        instrument_id,
        row_id,
        body_en,
        body_fr,
        member_en,
        member_fr,
        source_id,
        locator,
        confidence,
        unnest([
            {
                'act': CASE
                    WHEN organization_id IS NULL THEN role
                    WHEN role = 'founding_member' THEN 'founded'
                    ELSE 'joined'
                END,
                'edtf': joined_on,
                'earliest': joined_on_earliest,
                'latest': joined_on_latest
            },
            {
                'act': CASE WHEN organization_id IS NULL THEN NULL ELSE 'left' END,
                'edtf': left_on,
                'earliest': left_on_earliest,
                'latest': left_on_latest
            }
        ]) AS event
    FROM participations
    WHERE
        (counted OR role = 'withdrew')
        AND derivation = 'declared'
        AND body_kind <> 'country_group'
        AND organization_id IS DISTINCT FROM (SELECT universal_organization FROM tracker)
),

events AS (
    SELECT
        acts.actor_id,
        acts.instrument_id,
        acts.event,
        coalesce(bodies.acronym_en, any_value(acts.body_en)) AS body_en,
        coalesce(bodies.acronym_fr, any_value(acts.body_fr)) AS body_fr,
        list(acts.row_id ORDER BY acts.row_id) AS row_ids,
        count(*) AS n,
        string_agg(acts.member_en, ', ' ORDER BY acts.member_en) AS members_en,
        string_agg(acts.member_fr, ', ' ORDER BY acts.member_fr) AS members_fr,
        min(acts.source_id) AS source_id,
        min(acts.locator) AS locator,
        arg_max(acts.confidence, code_position('confidence', acts.confidence)) AS confidence
    FROM acts
    LEFT JOIN actors AS bodies ON bodies.id = acts.actor_id
    WHERE
        acts.event.act IS NOT NULL
        AND acts.event.edtf IS NOT NULL
        -- The end of a body is not a departure of its members.
        AND (acts.event.act <> 'left' OR acts.event.edtf IS DISTINCT FROM bodies.dissolved_on)
    GROUP BY
        acts.actor_id,
        acts.instrument_id,
        acts.event,
        bodies.acronym_en,
        bodies.acronym_fr
),

told AS (
    SELECT
        happened_on,
        unnest([actor_id, instrument_id]) AS subject_id,
        kind
    FROM milestones
    WHERE status = 'held'
)

SELECT
    CASE WHEN events.actor_id IS NULL THEN 'adherence' ELSE 'membership' END AS origin,
    words.act,
    words.kind,
    events.actor_id,
    events.instrument_id,
    events.row_ids,
    events.n,
    events.event.edtf AS happened_on,
    events.event.earliest AS happened_on_earliest,
    events.event.latest AS happened_on_latest,
    events.body_en || ': ' || CASE
        WHEN events.n = 1 THEN words.one_en || ' (' || events.members_en || ')'
        ELSE events.n || ' ' || words.one_en || 's'
    END AS title_en,
    events.body_fr || ' : ' || CASE
        WHEN events.n = 1 THEN words.one_fr || ' (' || events.members_fr || ')'
        ELSE events.n || ' ' || words.many_fr
    END AS title_fr,
    CASE WHEN events.n > 1 THEN events.members_en END AS description_en,
    CASE WHEN events.n > 1 THEN events.members_fr END AS description_fr,
    events.source_id,
    CASE WHEN events.n = 1 THEN events.locator END AS locator,
    events.confidence
FROM events
JOIN words ON words.act = events.event.act
ANTI JOIN told
    ON told.happened_on = events.event.edtf
    AND told.subject_id = coalesce(events.actor_id, events.instrument_id)
    AND told.kind IN (words.kind, 'decision')
ORDER BY happened_on_latest, events.actor_id, events.instrument_id, words.act, happened_on

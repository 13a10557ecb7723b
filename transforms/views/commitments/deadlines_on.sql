-- en: One row per dated duty as it stood on the day: commitments made by then whose deadline binds,
-- and milestones that are deadlines or planned. A milestone counts as known once its text was
-- adopted or its source published; a deadline milestone of a commitment due then is left to the
-- commitment.
-- fr: Une ligne par obligation datée telle qu'elle se présentait au jour dit : engagements alors
-- pris dont l'échéance lie, et jalons qui sont des échéances ou sont prévus. Un jalon est connu dès
-- que son texte est adopté ou sa source publiée ; le jalon d'échéance d'un engagement échéant à
-- cette date est laissé à l'engagement.
-- key: origin, id
-- parameters: day DATE
--
-- origin: [deadline_origin] 'commitment' or 'milestone'. | « commitment » (engagement) ou «
-- milestone » (jalon).
-- id: -> commitments, milestones Key of the commitment or milestone. | Clé de l'engagement ou du
-- jalon.
-- title_en: What is due, in English. | Ce qui arrive à échéance, en anglais.
-- title_fr: What is due, in French. | Ce qui arrive à échéance.
-- instrument_id: The text. | Le texte.
-- due_on: By when, or when it is planned. | Pour quand, ou pour quand c'est prévu.
-- days_left: Days from the as-of day to the last possible day; negative once it has passed; 0 while
-- an event is under way. | Jours entre le jour dit et le dernier jour possible ; négatif une fois
-- passé ; 0 tant qu'un événement est en cours.
-- state: [due_state] 'overdue' (a commitment, not complete), 'not_judged' (a commitment whose
-- deadline has passed and which could not be judged), 'due_now', 'within_90_days', 'later',
-- 'met' (complete) or 'passed' (a milestone in the past; that it was planned does not say that it
-- was held). | « overdue » (engagement en retard), « not_judged » (engagement échu que l'on n'a pas pu juger),
-- « due_now » (en ce moment), « within_90_days »
-- (d'ici 90 jours), « later » (plus tard), « met » (achevé) ou « passed » (jalon passé ; qu'il ait
-- été prévu ne dit pas qu'il a eu lieu).
-- status: [assessment_status] Status of the commitment on the day; empty for a milestone that is
-- about none. | État de l'engagement au jour dit ; vide pour un jalon qui n'en concerne aucun.
-- actors_en: Who is bound or concerned, in English. | Qui est lié ou concerné, en anglais.
-- actors_fr: Who is bound or concerned, in French. | Qui est lié ou concerné.

WITH planned AS (
    SELECT
        milestones.*,
        coalesce(milestones.instrument_id, commitments.instrument_id) AS text_id,
        greatest(milestones.happened_on_latest, milestones.ended_on_latest) AS last_day,
        CASE
            WHEN milestones.commitment_id IS NOT NULL THEN coalesce(latest.status, 'not_assessed')
        END AS commitment_status
    FROM milestones
    ANTI JOIN deadline_milestones AS told ON told.milestone_id = milestones.id
    LEFT JOIN commitments ON commitments.id = milestones.commitment_id
    LEFT JOIN latest_assessments_on(day) AS latest
        ON latest.commitment_id = milestones.commitment_id
    JOIN milestones_on(day) AS standing ON standing.milestone_id = milestones.id
    WHERE
        NOT standing.known_later
        AND standing.status NOT IN ('postponed', 'cancelled')
        AND (milestones.kind = 'deadline' OR standing.status = 'planned')
),

known AS (
    SELECT
        planned.*,
        instruments.short_title_en AS instrument_en,
        instruments.short_title_fr AS instrument_fr,
        actors.name_en AS actors_en,
        actors.name_fr AS actors_fr
    FROM planned
    LEFT JOIN instruments ON instruments.id = planned.text_id
    LEFT JOIN actors ON actors.id = planned.actor_id
),

duties AS (
    SELECT
        'commitment' AS origin,
        id,
        paragraph_en || ': ' || summary_en AS title_en,
        paragraph_fr || ' : ' || summary_fr AS title_fr,
        instrument_id,
        instrument_en,
        instrument_fr,
        due_on,
        due_on_earliest,
        due_on_latest,
        days_to_due AS days_left,
        due_state AS state,
        status,
        actors_en,
        actors_fr,
        source_id,
        locator
    FROM commitments_on(day)
    WHERE due_state <> 'none'

    UNION ALL

    SELECT
        'milestone' AS origin,
        id,
        title_en,
        title_fr,
        text_id AS instrument_id,
        instrument_en,
        instrument_fr,
        happened_on AS due_on,
        happened_on_earliest AS due_on_earliest,
        happened_on_latest AS due_on_latest,
        CASE
            WHEN last_day > happened_on_latest AND day BETWEEN happened_on_latest AND last_day THEN 0
            ELSE happened_on_latest - day
        END::INTEGER AS days_left,
        CASE
            WHEN kind = 'deadline' AND commitment_status = 'complete' THEN 'met'
            ELSE nearness(happened_on_earliest, happened_on_latest, last_day, day)
        END AS state,
        commitment_status AS status,
        actors_en,
        actors_fr,
        source_id,
        locator
    FROM known
)

SELECT
    origin,
    id,
    title_en,
    title_fr,
    instrument_id,
    instrument_en,
    instrument_fr,
    due_on,
    due_on_earliest,
    due_on_latest,
    days_left,
    state,
    status,
    actors_en,
    actors_fr,
    source_id,
    locator
FROM duties
ORDER BY due_on_latest, origin, id

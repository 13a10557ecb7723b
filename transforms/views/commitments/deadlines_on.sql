-- One row per dated duty as it stood on the day: commitments made by then whose deadline binds, and
-- milestones that are deadlines or planned. A milestone counts as known once its text was adopted
-- or its source published; a deadline milestone of a commitment due then is left to the commitment.
-- key: origin, id
-- parameters: day DATE
--
-- origin: [deadline_origin] 'commitment' or 'milestone'.
-- id: -> commitments, milestones Key of the commitment or milestone.
-- title: What is due.
-- instrument_id: The text.
-- due_on: By when, or when it is planned.
-- days_left: Days from the as-of day to the last possible day; negative once it has passed; 0 while
-- an event is under way.
-- state: [due_state] 'overdue' (a commitment, not complete), 'not_judged' (a commitment whose
-- deadline has passed and which could not be judged), 'due_now', 'within_90_days', 'later', 'met'
-- (complete) or 'passed' (a milestone in the past; that it was planned does not say that it was
-- held).
-- status: [assessment_status] Status of the commitment on the day; empty for a milestone that is
-- about none.
-- actors: Who is bound or concerned.

WITH planned AS (
    SELECT
        milestones.*,
        coalesce(milestones.instrument_id, commitments.instrument_id) AS text_id,
        greatest(milestones.happened_on_latest, milestones.ended_on_latest) AS last_day,
        CASE
            WHEN milestones.commitment_id IS NOT NULL THEN coalesce(latest.status, 'not_assessed')
        END AS commitment_status
    FROM milestones
    ANTI JOIN deadline_milestones AS standing_in ON standing_in.milestone_id = milestones.id
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
        instruments.short_title_{language} AS instrument_{language},
        actors.name_{language} AS actors_{language},
    FROM planned
    LEFT JOIN instruments ON instruments.id = planned.text_id
    LEFT JOIN actors ON actors.id = planned.actor_id
),

duties AS (
    SELECT
        'commitment' AS origin,
        id,
        paragraph_{language} || _(': ') || summary_{language} AS title_{language},
        instrument_id,
        instrument_{language},
        due_on{days},
        days_to_due AS days_left,
        due_state AS state,
        status,
        actors_{language},
        source_id,
        locator
    FROM commitments_on(day)
    WHERE due_state <> 'none'

    UNION ALL

    SELECT
        'milestone' AS origin,
        id,
        title_{language},
        text_id AS instrument_id,
        instrument_{language},
        happened_on{days} AS due_on{days},
        CASE
            WHEN last_day > happened_on_latest AND day BETWEEN happened_on_latest AND last_day THEN 0
            ELSE happened_on_latest - day
        END::INTEGER AS days_left,
        CASE
            WHEN kind = 'deadline' AND commitment_status = 'complete' THEN 'met'
            ELSE nearness(happened_on_earliest, happened_on_latest, last_day, day)
        END AS state,
        commitment_status AS status,
        actors_{language},
        source_id,
        locator
    FROM known
)

SELECT *
FROM duties
ORDER BY due_on_latest, origin, id

-- One row per dated duty that is on record, whatever the day: commitments whose deadline binds, in
-- a text that is made and does not end before it, and milestones of every status. A deadline
-- milestone of a commitment due then is left to the commitment. What is open on a day is in
-- deadlines_on.
-- key: origin, id
--
-- origin: [deadline_origin] 'commitment' or 'milestone'.
-- id: -> commitments, milestones Key of the commitment or milestone.
-- kind: [milestone_kind] What kind of milestone it is; 'deadline' for a commitment.
-- status: [milestone_status] Whether the milestone is planned, held, postponed or cancelled;
-- 'planned' for a commitment.
-- due_on: By when, or when it is planned.
-- ended_on: Last day of a milestone that lasts longer.
-- title: What is due.
-- instrument_id: The text.
-- actor_ids: -> actors Who is bound or concerned.
-- focus_area_ids: -> focus_areas The focus areas a commitment works on; none for a milestone.

WITH promises AS (
    SELECT
        register.id,
        register.instrument_id,
        register.paragraph_{language},
        register.summary_{language},
        register.due_on,
        register.due_on_latest,
        register.actor_ids,
        register.focus_area_ids,
        coalesce(latest.status, 'not_assessed') AS status,
        is_made(instruments.status, instruments.adopted_on_latest, DATE 'infinity')
        -- It need not stand beyond the last day of the deadline.
        AND NOT has_ended(
            instruments.status,
            instruments.ended_on_latest,
            register.due_on_latest - 1
        ) AS stands
    FROM commitment_register AS register
    JOIN instruments ON instruments.id = register.instrument_id
    LEFT JOIN latest_assessments_on(DATE 'infinity') AS latest
        ON latest.commitment_id = register.id
),

duties AS (
    SELECT
        'commitment' AS origin,
        id,
        'deadline' AS kind,
        'planned' AS status,
        due_on,
        NULL AS ended_on,
        paragraph_{language} || _(': ') || summary_{language} AS title_{language},
        instrument_id,
        actor_ids,
        focus_area_ids
    FROM promises
    WHERE deadline_binds(due_on_latest, stands, status)

    UNION ALL

    SELECT
        'milestone' AS origin,
        milestones.id,
        milestones.kind,
        milestones.status,
        milestones.happened_on AS due_on,
        milestones.ended_on,
        milestones.title_{language},
        coalesce(milestones.instrument_id, commitments.instrument_id) AS instrument_id,
        list_filter([milestones.actor_id], LAMBDA actor: actor IS NOT NULL) AS actor_ids,
        [] AS focus_area_ids
    FROM milestones
    ANTI JOIN deadline_milestones AS standing_in ON standing_in.milestone_id = milestones.id
    LEFT JOIN commitments ON commitments.id = milestones.commitment_id
)

SELECT *
FROM duties
ORDER BY origin, id

-- One row per record and dated thing about it, as known on the day: milestones, steps of texts and
-- actors, and deadlines. Who joined or signed when is in the rosters.
-- key: about_relation, about_id, event_id
-- parameters: day DATE
--
-- about_relation: -> dictionary The table of the record.
-- about_id: Key of the record.
-- event_id: The event, as in timeline.
-- record_kind: [record_kind] Which page tells more of it.
-- record_id: -> milestones, commitments, instruments, actors The record of that page; empty where the event
-- stands for several.
-- kind: [milestone_kind] What kind of event it is.
-- distance: How many days lie between it and the day.
-- status: [milestone_status] Where it stands.
-- happened_on: When.

WITH events AS (
    SELECT *
    FROM timeline_on(day)
    WHERE origin NOT IN ('membership', 'adherence')
),

about AS (
    SELECT 'instruments' AS about_relation, instrument_id AS about_id, id AS event_id FROM events
    UNION
    SELECT 'commitments', commitment_id, id FROM events
    UNION
    SELECT 'initiatives', initiative_id, id FROM events
    UNION
    SELECT 'actors', actor_id, id FROM events
    UNION
    SELECT 'actors', lane_id, id FROM events WHERE origin <> 'commitment_deadline'
    UNION
    SELECT 'actors', milestones.host_id, events.id
    FROM events
    JOIN milestones ON milestones.id = events.row_id
    WHERE events.origin = 'milestone'
)

SELECT
    about.about_relation,
    about.about_id,
    events.id AS event_id,
    CASE events.origin
        WHEN 'milestone' THEN 'milestone'
        WHEN 'commitment_deadline' THEN 'commitment'
        WHEN 'actor' THEN CASE WHEN is_country(actors.kind) THEN 'country' ELSE 'organization' END
        ELSE 'text'
    END AS record_kind,
    events.row_id AS record_id,
    events.kind,
    events.status,
    events.happened_on{days},
    events.title_{language},
    events.phase,
    events.known_later,
    abs(date_diff('day', day, events.happened_on_latest)) AS distance,
    events.source_id,
    events.locator
FROM about
JOIN events ON events.id = about.event_id
LEFT JOIN actors ON actors.id = events.actor_id
WHERE about.about_id IS NOT NULL
ORDER BY about.about_relation, about.about_id, distance, events.id

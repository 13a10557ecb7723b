-- One row per row of the timeline: how it stood on the day, as known then.
-- key: event_id
-- parameters: day DATE
--
-- event_id: The event, as in timeline.
-- status: [milestone_status] Its status as known on the day.
-- phase: 'past' once its last possible day has come, else 'ahead'.

SELECT
    timeline.id AS event_id,
    CASE
        WHEN timeline.origin = 'milestone' THEN known.status
        ELSE milestone_status(timeline.status, timeline.happened_on_latest, NULL, day)
    END AS status,
    CASE WHEN timeline.happened_on_latest <= day THEN 'past' ELSE 'ahead' END AS phase,
    CASE timeline.origin
        WHEN 'milestone' THEN known.known_later
        -- What a text sets is known once it was adopted.
        WHEN 'commitment_deadline' THEN coalesce(texts.adopted_on_latest > day, false)
        -- Nobody signs or joins in advance, whatever the date of the register that says so.
        WHEN 'membership' THEN timeline.happened_on_latest > day
        WHEN 'adherence' THEN timeline.happened_on_latest > day
        ELSE NOT milestone_known(
            timeline.status,
            timeline.happened_on_latest,
            sources.published_on_earliest,
            day
        )
    END AS known_later
FROM timeline
LEFT JOIN milestones_on(day) AS known
    ON timeline.origin = 'milestone'
    AND known.milestone_id = timeline.row_id
LEFT JOIN instruments AS texts ON texts.id = timeline.instrument_id
LEFT JOIN sources ON sources.id = timeline.source_id
ORDER BY timeline.id

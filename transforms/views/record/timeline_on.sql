-- One row per dated thing, as known on the day: its status then, whether it had happened, and
-- whether it was first known later.
-- key: id
-- parameters: day DATE
--
-- status: [milestone_status] Its status as known on the day.
-- phase: 'past' once its last possible day has come, else 'ahead'.
-- known_later: Whether it was first known after the day.

SELECT
    * EXCLUDE (source_published_on, told_on, known_on) REPLACE (
        milestone_status(status, happened_on_latest, source_published_on, day) AS status
    ),
    CASE WHEN happened_on_latest <= day THEN 'past' ELSE 'ahead' END AS phase,
    CASE origin
        -- What a text sets is known once it was adopted.
        WHEN 'commitment_deadline' THEN coalesce(known_on > day, false)
        -- Nobody signs or joins in advance, whatever the date of the register that says so.
        WHEN 'membership' THEN happened_on_latest > day
        WHEN 'adherence' THEN happened_on_latest > day
        ELSE NOT milestone_known(status, happened_on_latest, known_on, day)
    END AS known_later
FROM timeline_events
ORDER BY happened_on_latest, happened_on_earliest, id

-- One row per dated thing, past or planned: milestones, deadlines of commitments, joins and acts,
-- and steps of texts and actors that no milestone tells.
-- key: id

SELECT * EXCLUDE (source_published_on, told_on, known_on)
FROM timeline_events
ORDER BY happened_on_latest, happened_on_earliest, id

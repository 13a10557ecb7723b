-- One row per milestone and step of a text or actor that had certainly happened by the day, the newest
-- first. A deadline that has passed says nothing about what was done, and is left out.
-- key: id
-- parameters: day DATE

FROM timeline_on(day)
WHERE
    NOT known_later
    AND phase = 'past'
    AND status = 'held'
    AND origin IN ('milestone', 'instrument', 'actor')
    AND kind <> 'deadline'
ORDER BY coalesce(happened_on_earliest, happened_on_latest) DESC, id

-- en: One row per milestone and step of a text that had certainly happened by the day, the newest
-- first. A deadline that has passed says nothing about what was done, and is left out.
-- fr: Une ligne par jalon et par étape d'un texte certainement survenus au jour dit, du plus récent
-- au plus ancien. Une échéance passée ne dit rien de ce qui a été fait, et n'y est pas.
-- key: id
-- parameters: day DATE

FROM timeline_on(day)
WHERE
    NOT known_later
    AND phase = 'past'
    AND status = 'held'
    AND origin IN ('milestone', 'instrument')
    AND kind <> 'deadline'
ORDER BY coalesce(happened_on_earliest, happened_on_latest) DESC, id

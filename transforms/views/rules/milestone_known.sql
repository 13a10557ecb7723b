-- Whether a milestone was known on the day: it had happened, or a source that is cited for it was
-- out. Where nobody knows when a source came out, it is taken as known.
-- parameters: status VARCHAR, happened_on_latest DATE, known_on DATE, day DATE
-- returns: BOOLEAN

(status = 'held' AND happened_on_latest <= day) OR coalesce(known_on <= day, true)

-- Whether a number that a source states for a day was known on the as-of day: the day that it is
-- for had come, and a source that is cited for it was out. Where nobody knows when a source came
-- out, it is taken as known.
-- parameters: as_of_latest DATE, known_on DATE, day DATE
-- returns: BOOLEAN

as_of_latest <= day AND coalesce(known_on <= day, true)

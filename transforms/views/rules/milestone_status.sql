-- The status of a milestone as known on the day: what was held later was planned, and so was what
-- was called off by a source that came out later.
-- parameters: status VARCHAR, happened_on_latest DATE, told_on DATE, day DATE
-- returns: VARCHAR

CASE
    WHEN status = 'held' AND happened_on_latest > day THEN 'planned'
    WHEN status IN ('cancelled', 'postponed') AND told_on > day THEN 'planned'
    ELSE status
END

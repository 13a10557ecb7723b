-- One row per body and day on which the number of its members changes or may change: the step lines
-- of the rosters, with derived membership only if asked for. `member_counts` has the same steps of
-- the declared rosters, beside what sources report.
-- key: organization_id, instrument_id, day
-- parameters: include_derived BOOLEAN := false
--
-- day: From this day on, until the next row of the body; empty for the time before all days that a
-- source names, where it leaves the beginning open.

SELECT * RENAME (changed_on AS day)
FROM roster_changes(include_derived := include_derived)
ORDER BY body_{first}, organization_id, instrument_id, changed_on NULLS FIRST

-- One row per body and day on which its declared roster changes or a source reports a count that
-- compares with it; two reports on one day are two rows. A body of which only reports are known has
-- no count of its own. `member_counts` has the same, under the name that its readers know.
-- key: organization_id, instrument_id, counted_on, reported_count_id

FROM counted_rosters
ORDER BY
    body_{first},
    coalesce('a:' || organization_id, 'i:' || instrument_id),
    counted_on,
    reported_count_id

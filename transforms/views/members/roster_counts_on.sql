-- One row per body and day up to the as-of day on which its declared roster changes or a source
-- reports a count that compares with it, with whether that count was known on the as-of day. The
-- roster's own numbers are those of its days, whenever a report of them came out.
-- key: organization_id, instrument_id, counted_on, reported_count_id
-- parameters: day DATE
--
-- known_later: Whether the reported number was first known after the day; false where none is
-- reported.

SELECT
    roster_counts.*,
    roster_counts.reported_count_id IS NOT NULL
    AND NOT is_stated(roster_counts.counted_on, publications.known_on, day) AS known_later
FROM roster_counts
LEFT JOIN publications
    ON publications.row_table = 'reported_counts'
    AND publications.row_id = roster_counts.reported_count_id
WHERE roster_counts.counted_on <= day
ORDER BY
    roster_counts.body_{first},
    roster_counts.organization_id,
    roster_counts.instrument_id,
    roster_counts.counted_on,
    roster_counts.reported_count_id

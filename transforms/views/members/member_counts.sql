-- One row per body and day on which its declared roster changes or a source reports a count that
-- compares with it; two reports on one day are two rows. A body of which only reports are known has
-- no count of its own.
-- key: organization_id, instrument_id, day, reported_count_id
--
-- day: From this day on, until the next row of the body.

SELECT * RENAME (counted_on AS day)
FROM roster_counts
ORDER BY body_{first}, coalesce('a:' || organization_id, 'i:' || instrument_id), counted_on, reported_count_id

-- One row per quarter in which something dated was, or is to be, as known on the day: how many.
-- key: quarter
-- parameters: day DATE, among VARCHAR := NULL
--
-- quarter: First day of the quarter that has the last day that an event can mean.
-- events: How many events; with `among`, of those whose keys it lists, with a space between.
-- happened_on_earliest: First day that any of them can mean.
-- happened_on_latest: Last day that any of them can mean.

SELECT
    date_trunc('quarter', happened_on_latest)::DATE AS quarter,
    count(*) AS events,
    min(coalesce(happened_on_earliest, happened_on_latest)) AS happened_on_earliest,
    max(happened_on_latest) AS happened_on_latest
FROM timeline_on(day)
WHERE among IS NULL OR id IN (SELECT unnest(string_split(among, ' ')))
GROUP BY quarter
ORDER BY quarter

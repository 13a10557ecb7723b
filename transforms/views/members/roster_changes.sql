-- One row per body and day on which the number of its members changes or may change: the step lines
-- of the rosters, with derived membership only if asked for. `roster_steps` has the same, under the
-- name that its readers know.
-- key: organization_id, instrument_id, changed_on
-- parameters: include_derived BOOLEAN := false
--
-- changed_on: From this day on, until the next row of the body; empty for the time before all days
-- that a source names, where it leaves the beginning open.
-- certain: Members by every reading of the dates.
-- possible: Members by some reading of the dates; never fewer than certain.

WITH roster AS MATERIALIZED (
    SELECT
        organization_id,
        instrument_id,
        body_kind,
        body_{language},
        coalesce('a:' || organization_id, 'i:' || instrument_id) AS body,
        member_id,
        coalesce(joined_on_earliest, DATE '0001-01-01') AS joined_on_earliest,
        joined_on_latest,
        coalesce(certain_until, DATE '9999-12-31') AS certain_until,
        coalesce(left_on_latest, DATE '9999-12-31') AS left_on_latest
    FROM participations
    WHERE counted AND (derivation = 'declared' OR include_derived)
),

days AS (
    SELECT DISTINCT
        body,
        unnest([joined_on_earliest, joined_on_latest, certain_until, left_on_latest]) AS changed_on
    FROM roster
),

-- Counted afresh on each day, so that several spells or acts of one member count once.
present AS (
    SELECT
        roster.organization_id,
        roster.instrument_id,
        roster.body_kind,
        roster.body_{language},
        days.body,
        days.changed_on,
        certainty_on(
            roster.joined_on_earliest,
            roster.joined_on_latest,
            roster.certain_until,
            roster.left_on_latest,
            days.changed_on
        ) AS certainty,
        roster.member_id
    FROM days
    JOIN roster ON roster.body = days.body
    WHERE days.changed_on < DATE '9999-12-31'
),

counts AS (
    SELECT
        * EXCLUDE (certainty, member_id),
        count(DISTINCT member_id) FILTER (certainty = 'certain') AS certain,
        count(DISTINCT member_id) FILTER (certainty IS NOT NULL) AS possible
    FROM present
    GROUP BY ALL
),

steps AS (
    SELECT *
    FROM counts
    WINDOW in_time AS (PARTITION BY body ORDER BY changed_on)
    QUALIFY
        certain <> coalesce(lag(certain) OVER in_time, 0)
        OR possible <> coalesce(lag(possible) OVER in_time, 0)
)

SELECT
    organization_id,
    instrument_id,
    body_kind,
    body_{language},
    CASE WHEN changed_on > DATE '0001-01-01' THEN changed_on END AS changed_on,
    certain,
    possible
FROM steps
ORDER BY body_{first}, organization_id, instrument_id, steps.changed_on

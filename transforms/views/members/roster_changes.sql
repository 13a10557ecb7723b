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

-- What `certainty_on` says of every day, as spans: a member counts from the first day to before the
-- last.
spans AS (
    SELECT
        body,
        member_id,
        true AS is_certain,
        greatest(joined_on_earliest, joined_on_latest) AS since,
        least(certain_until, left_on_latest) AS until
    FROM roster
    WHERE joined_on_latest IS NOT NULL

    UNION ALL

    SELECT
        body,
        member_id,
        false AS is_certain,
        joined_on_earliest AS since,
        left_on_latest AS until
    FROM roster
),

-- How many spells of a member begin less how many end on a day.
turns AS (
    SELECT
        body,
        member_id,
        is_certain,
        unnest([since, until]) AS changed_on,
        unnest([1, -1]) AS turn
    FROM spans
    WHERE since < until
),

-- Several spells or acts of one member count once.
depths AS (
    SELECT
        body,
        is_certain,
        changed_on,
        sum(turn) AS turn,
        sum(sum(turn)) OVER (
            PARTITION BY body, member_id, is_certain
            ORDER BY changed_on
        ) AS depth
    FROM turns
    GROUP BY
        body,
        member_id,
        is_certain,
        changed_on
),

changes AS (
    SELECT
        body,
        changed_on,
        coalesce(sum((depth > 0)::INTEGER - (depth > turn)::INTEGER) FILTER (is_certain), 0) AS certain,
        coalesce(sum((depth > 0)::INTEGER - (depth > turn)::INTEGER) FILTER (NOT is_certain), 0) AS possible
    FROM depths
    WHERE changed_on < DATE '9999-12-31'
    GROUP BY
        body,
        changed_on
    HAVING certain <> 0 OR possible <> 0
),

bodies AS (
    SELECT
        body,
        any_value(organization_id) AS organization_id,
        any_value(instrument_id) AS instrument_id,
        any_value(body_{language}) AS body_{language},
        any_value(body_kind) AS body_kind
    FROM roster
    GROUP BY body
)

SELECT
    bodies.organization_id,
    bodies.instrument_id,
    bodies.body_kind,
    bodies.body_{language},
    CASE WHEN changes.changed_on > DATE '0001-01-01' THEN changes.changed_on END AS changed_on,
    (sum(changes.certain) OVER in_time)::BIGINT AS certain,
    (sum(changes.possible) OVER in_time)::BIGINT AS possible
FROM changes
JOIN bodies ON bodies.body = changes.body
WINDOW in_time AS (PARTITION BY changes.body ORDER BY changes.changed_on)
ORDER BY body_{first}, bodies.organization_id, bodies.instrument_id, changes.changed_on

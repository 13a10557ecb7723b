-- One row per body, member and day on which it comes in or goes out, or may: what the step lines of
-- the rosters are made of, without and with derived membership. Several spells or acts of one
-- member count once, so that who ratifies after signing does not come in a second time.
-- key: with_derived, organization_id, instrument_id, member_id, changed_on
-- stored: with_derived, organization_id, instrument_id, changed_on, member_id
--
-- with_derived: Whether derived membership is counted too.
-- changed_on: From this day on; empty for the time before all days that a source names, where it
-- leaves the beginning open.
-- certain_change: 1 if it is in by every reading of the dates from this day on, -1 if it is so no
-- longer, else 0.
-- possible_change: 1 if it is in by some reading of the dates from this day on, -1 if it is so no
-- longer, else 0.

WITH roster AS MATERIALIZED (
    SELECT
        including.derived AS with_derived,
        organization_id,
        instrument_id,
        body_kind,
        coalesce('a:' || organization_id, 'i:' || instrument_id) AS body,
        member_id,
        member_kind,
        coalesce(joined_on_earliest, DATE '0001-01-01') AS joined_on_earliest,
        joined_on_latest,
        coalesce(certain_until, DATE '9999-12-31') AS certain_until,
        coalesce(left_on_latest, DATE '9999-12-31') AS left_on_latest
    FROM participations
    CROSS JOIN (VALUES (false), (true)) AS including (derived)
    WHERE counted AND (derivation = 'declared' OR including.derived)
),

-- What `certainty_on` says of every day, as spans: a member counts from the first day to before the
-- last.
spans AS (
    SELECT
        with_derived,
        body,
        member_id,
        true AS is_certain,
        greatest(joined_on_earliest, joined_on_latest) AS since,
        least(certain_until, left_on_latest) AS until
    FROM roster
    WHERE joined_on_latest IS NOT NULL

    UNION ALL

    SELECT
        with_derived,
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
        with_derived,
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
        with_derived,
        body,
        member_id,
        is_certain,
        changed_on,
        sum(turn) AS turn,
        sum(sum(turn)) OVER (
            PARTITION BY with_derived, body, member_id, is_certain
            ORDER BY changed_on
        ) AS depth
    FROM turns
    GROUP BY
        with_derived,
        body,
        member_id,
        is_certain,
        changed_on
),

changes AS (
    SELECT
        with_derived,
        body,
        member_id,
        changed_on,
        coalesce(sum((depth > 0)::INTEGER - (depth > turn)::INTEGER) FILTER (is_certain), 0) AS certain_change,
        coalesce(sum((depth > 0)::INTEGER - (depth > turn)::INTEGER) FILTER (NOT is_certain), 0) AS possible_change
    FROM depths
    WHERE changed_on < DATE '9999-12-31'
    GROUP BY
        with_derived,
        body,
        member_id,
        changed_on
    HAVING certain_change <> 0 OR possible_change <> 0
),

members AS (
    SELECT
        with_derived,
        body,
        member_id,
        any_value(organization_id) AS organization_id,
        any_value(instrument_id) AS instrument_id,
        any_value(body_kind) AS body_kind,
        any_value(member_kind) AS member_kind
    FROM roster
    GROUP BY
        with_derived,
        body,
        member_id
)

SELECT
    changes.with_derived,
    members.organization_id,
    members.instrument_id,
    members.body_kind,
    members.member_id,
    members.member_kind,
    CASE WHEN changes.changed_on > DATE '0001-01-01' THEN changes.changed_on END AS changed_on,
    changes.certain_change::BIGINT AS certain_change,
    changes.possible_change::BIGINT AS possible_change
FROM changes
JOIN members
    ON members.with_derived = changes.with_derived
    AND members.body = changes.body
    AND members.member_id = changes.member_id
ORDER BY
    changes.with_derived,
    members.organization_id,
    members.instrument_id,
    changes.changed_on,
    members.member_id

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
        derivation <> 'declared' AS is_derived,
        organization_id,
        instrument_id,
        body_kind,
        coalesce('a:' || organization_id, 'i:' || instrument_id) AS body,
        member_id,
        member_kind,
        -- What `certainty_on` says of every day, as spans: a member counts from the first day to
        -- before the last.
        coalesce(joined_on_earliest, DATE '0001-01-01') AS possible_since,
        coalesce(left_on_latest, DATE '9999-12-31') AS possible_until,
        CASE WHEN joined_on_latest IS NOT NULL THEN greatest(possible_since, joined_on_latest) END AS certain_since,
        least(coalesce(certain_until, DATE '9999-12-31'), possible_until) AS certain_until
    FROM participations
    WHERE counted
),

-- Under a number, as comparing the names of both for each turn takes most of the time.
pairs AS MATERIALIZED (
    SELECT
        body,
        member_id,
        row_number() OVER () AS pair,
        count(*) AS spells,
        bool_or(is_derived) AS has_derived,
        any_value(organization_id) AS organization_id,
        any_value(instrument_id) AS instrument_id,
        any_value(body_kind) AS body_kind,
        any_value(member_kind) AS member_kind
    FROM roster
    GROUP BY ALL
),

-- with_derived is empty where it makes no difference.
spells AS MATERIALIZED (
    SELECT
        pairs.pair,
        pairs.spells > 1 AS is_one_of_several,
        unnest(CASE
            WHEN roster.is_derived THEN [true]
            WHEN pairs.has_derived THEN [false, true]
            ELSE [NULL::BOOLEAN]
        END) AS with_derived,
        roster.possible_since,
        roster.possible_until,
        roster.certain_since,
        roster.certain_until,
        (roster.possible_since < roster.possible_until)::INTEGER AS is_possible,
        coalesce(roster.certain_since < roster.certain_until, false)::INTEGER AS is_certain
    FROM roster
    JOIN pairs ON pairs.body = roster.body AND pairs.member_id = roster.member_id
),

-- How many spells of a member begin less how many end on a day.
turns AS (
    SELECT
        pair,
        is_one_of_several,
        with_derived,
        unnest([certain_since, certain_until, possible_since, possible_until]) AS changed_on,
        unnest([is_certain, -is_certain, 0, 0]) AS certain_turn,
        unnest([0, 0, is_possible, -is_possible]) AS possible_turn
    FROM spells
),

changes AS MATERIALIZED (
    SELECT
        pair,
        is_one_of_several,
        with_derived,
        changed_on,
        sum(certain_turn)::INTEGER AS certain_turn,
        sum(possible_turn)::INTEGER AS possible_turn
    FROM turns
    WHERE changed_on IS NOT NULL
    GROUP BY ALL
    HAVING sum(certain_turn) <> 0 OR sum(possible_turn) <> 0
),

depths AS (
    SELECT
        pair,
        with_derived,
        changed_on,
        certain_turn,
        possible_turn,
        sum(certain_turn) OVER until_then AS certain_depth,
        sum(possible_turn) OVER until_then AS possible_depth
    FROM changes
    WHERE is_one_of_several
    WINDOW until_then AS (PARTITION BY pair, with_derived ORDER BY changed_on)
),

-- Several spells or acts of one member count once.
movements AS (
    SELECT
        pair,
        with_derived,
        changed_on,
        certain_turn AS certain_change,
        possible_turn AS possible_change
    FROM changes
    WHERE NOT is_one_of_several

    UNION ALL

    SELECT
        pair,
        with_derived,
        changed_on,
        (certain_depth > 0)::INTEGER - (certain_depth > certain_turn)::INTEGER AS certain_change,
        (possible_depth > 0)::INTEGER - (possible_depth > possible_turn)::INTEGER AS possible_change
    FROM depths
)

SELECT
    unnest(CASE WHEN movements.with_derived IS NULL THEN [false, true] ELSE [movements.with_derived] END) AS with_derived,
    pairs.organization_id,
    pairs.instrument_id,
    pairs.body_kind,
    pairs.member_id,
    pairs.member_kind,
    CASE WHEN movements.changed_on > DATE '0001-01-01' THEN movements.changed_on END AS changed_on,
    movements.certain_change::BIGINT AS certain_change,
    movements.possible_change::BIGINT AS possible_change
FROM movements
JOIN pairs ON pairs.pair = movements.pair
WHERE
    movements.changed_on < DATE '9999-12-31'
    AND (movements.certain_change <> 0 OR movements.possible_change <> 0)
ORDER BY
    with_derived,
    pairs.organization_id,
    pairs.instrument_id,
    movements.changed_on,
    pairs.member_id

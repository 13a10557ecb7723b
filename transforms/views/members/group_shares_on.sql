-- One row per body and day up to the as-of day on which the number of its members from one group
-- changes or may change: how much of the group is in. The group is that of the as-of day, with the
-- groups inside it.
-- key: organization_id, instrument_id, changed_on
-- parameters: day DATE, of_group VARCHAR := NULL, include_derived BOOLEAN := false
--
-- group_id: -> actors The group of countries.
-- changed_on: From this day on, until the next row of the body; empty for the time before all days
-- that a source names, where it leaves the beginning open.
-- certain: Members from the group by every reading of the dates.
-- possible: Members from the group by some reading of the dates; never fewer than certain.
-- group_size: How many are in the group on the as-of day, certainly or possibly.

WITH inside AS MATERIALIZED (
    SELECT
        member_id,
        group_id,
        group_{language},
    FROM groupings_on(day)
    WHERE group_id = of_group
),

changes AS (
    SELECT
        turns.organization_id,
        turns.instrument_id,
        any_value(turns.body_kind) AS body_kind,
        any_value(turns.body_{language}) AS body_{language},
        any_value(inside.group_id) AS group_id,
        any_value(inside.group_{language}) AS group_{language},
        turns.changed_on,
        sum(turns.certain_change) AS certain,
        sum(turns.possible_change) AS possible
    FROM roster_turns(include_derived := include_derived) AS turns
    JOIN inside ON inside.member_id = turns.member_id
    WHERE turns.changed_on IS NULL OR turns.changed_on <= day
    GROUP BY ALL
    HAVING certain <> 0 OR possible <> 0
)

SELECT
    organization_id,
    instrument_id,
    body_kind,
    body_{language},
    group_id,
    group_{language},
    changed_on,
    (sum(certain) OVER in_time)::BIGINT AS certain,
    (sum(possible) OVER in_time)::BIGINT AS possible,
    (SELECT count(*) FROM inside) AS group_size
FROM changes
WINDOW in_time AS (
    PARTITION BY organization_id, instrument_id
    ORDER BY changed_on NULLS FIRST
)
ORDER BY body_{first}, organization_id, instrument_id, changed_on NULLS FIRST

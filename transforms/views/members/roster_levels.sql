-- One row per body and day on which the number of its members changes or may change: the step lines
-- of the rosters, without and with derived membership.
-- key: with_derived, organization_id, instrument_id, changed_on
-- stored: with_derived, organization_id, instrument_id, changed_on
--
-- changed_on: From this day on, until the next row of the body; empty for the time before all days
-- that a source names, where it leaves the beginning open.
-- until: First day on which it is otherwise; empty if no such day is known.
-- certain: Members by every reading of the dates.
-- possible: Members by some reading of the dates; never fewer than certain.

WITH changes AS (
    SELECT
        with_derived,
        organization_id,
        instrument_id,
        any_value(body_kind) AS body_kind,
        changed_on,
        sum(certain_change) AS certain,
        sum(possible_change) AS possible
    FROM roster_movements
    GROUP BY ALL
    HAVING certain <> 0 OR possible <> 0
)

SELECT
    with_derived,
    organization_id,
    instrument_id,
    body_kind,
    changed_on,
    lead(changed_on) OVER in_time AS until,
    (sum(certain) OVER in_time)::BIGINT AS certain,
    (sum(possible) OVER in_time)::BIGINT AS possible
FROM changes
WINDOW in_time AS (
    PARTITION BY with_derived, organization_id, instrument_id
    ORDER BY changed_on NULLS FIRST
)
ORDER BY with_derived, organization_id, instrument_id, changed_on NULLS FIRST

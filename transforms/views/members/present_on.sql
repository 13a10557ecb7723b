-- One row per body and member that is in on the day, or may be, with what counts of its spells and
-- acts. Given two more days, only of those who can have come or gone after the first and up to the
-- second. Given a state or body, only of it and of those that belong to it.
-- key: organization_id, instrument_id, member_id
-- parameters: day DATE, include_derived BOOLEAN := false, after_day DATE := NULL,
-- up_to_day DATE := NULL, lane VARCHAR := NULL
--
-- certainty: [certainty] 'certain' if every reading of the dates has it in on the day and no end
-- was expected by then, else 'possible'.
-- joined: The first of its acts or spells in force, with the first and last day it can mean.
-- source_id: Source of the row that gives the role.
-- row_table: Table of that row.
-- row_id: Key of that row.

-- Not materialized: each part asks for its own rows.
WITH present AS NOT MATERIALIZED (
    SELECT
        *,
        certainty_on(
            joined_on_earliest, joined_on_latest, certain_until, left_on_latest, day
        ) AS certainty
    FROM participations
    WHERE
        counted
        AND (derivation = 'declared' OR include_derived)
        AND certainty IS NOT NULL
        AND (
            lane IS NULL
            OR member_id IN (SELECT actor_id FROM actor_lanes WHERE lane_id = lane)
        )
        AND (
            after_day IS NULL
            OR (body_kind, coalesce(organization_id, instrument_id), member_id) IN (
                SELECT (
                    turning.body_kind,
                    coalesce(turning.organization_id, turning.instrument_id),
                    turning.member_id
                )
                FROM participations AS turning
                WHERE
                    -- Said once more, so that without the days nothing is looked through.
                    after_day IS NOT NULL
                    AND (
                        turns_between(turning.joined_on_earliest, after_day, up_to_day)
                        OR turns_between(turning.joined_on_latest, after_day, up_to_day)
                        OR turns_between(turning.certain_until, after_day, up_to_day)
                        OR turns_between(turning.left_on_latest, after_day, up_to_day)
                    )
            )
        )
)

-- Who has several acts or spells appears once: what is certain and declared goes first. The others
-- are not compared, so that the first rows do not wait for all.
SELECT
    * EXCLUDE (alone, joined_on, joined_on_earliest, joined_on_latest),
    {{ dated("joined_on") }} AS joined
FROM present
WHERE alone

UNION ALL

SELECT
    * EXCLUDE (alone, joined_on, joined_on_earliest, joined_on_latest),
    first_value({{ dated("joined_on") }}) OVER (
        PARTITION BY organization_id, instrument_id, member_id
        ORDER BY
            certainty,
            derivation = 'declared' DESC,
            joined_on_latest,
            joined_on_earliest NULLS FIRST,
            row_id
    ) AS joined
FROM present
WHERE NOT alone
QUALIFY row_number() OVER (
    PARTITION BY organization_id, instrument_id, member_id
    ORDER BY
        certainty,
        derivation = 'declared' DESC,
        strength DESC,
        joined_on_latest DESC,
        row_id
) = 1
ORDER BY organization_id, instrument_id, member_id

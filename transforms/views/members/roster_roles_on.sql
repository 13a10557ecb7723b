-- One row per body and role that somebody holds in it on the day, or may: whether the role makes a
-- member that is counted, and how many hold it. Of several roles of a counted member the strongest is
-- taken, so that those counted add up to the members on the day.
-- key: organization_id, instrument_id, role
-- parameters: day DATE, include_derived BOOLEAN := false
--
-- role: [membership_role, act] Role or act.
-- n: How many hold it.

WITH others AS (
    SELECT
        organization_id,
        instrument_id,
        body_kind,
        body_{language},
        role,
        member_id
    FROM participations
    WHERE
        NOT counted
        AND role <> 'withdrew'
        AND certainty_on(
            joined_on_earliest, joined_on_latest, certain_until, left_on_latest, day
        ) IS NOT NULL
),

holders AS (
    SELECT
        organization_id,
        instrument_id,
        body_kind,
        body_{language},
        role,
        member_id,
        true AS counted
    FROM members_on(day, include_derived := include_derived)

    UNION ALL BY NAME

    SELECT
        *,
        false AS counted
    FROM others
)

SELECT
    organization_id,
    instrument_id,
    any_value(body_kind) AS body_kind,
    any_value(body_{language}) AS body_{language},
    role,
    counted,
    count(DISTINCT member_id) AS n
FROM holders
GROUP BY ALL
ORDER BY body_{first}, organization_id, instrument_id, counted DESC, n DESC, role

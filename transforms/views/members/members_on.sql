-- One row per body and member that is in on the day, or may be: members and founding members of an
-- organization or group, and those who signed, ratified, endorsed or adhered to a text. Derived
-- membership only if asked for; so are, below them, the spells and acts that had ended by the day,
-- which leave the certainty empty.
-- key: organization_id, instrument_id, member_id
-- parameters: day DATE, include_derived BOOLEAN := false, include_former BOOLEAN := false
--
-- role: [membership_role, act] Role or act; of several in force, the strongest: ratified, adhered,
-- signed, endorsed.
-- joined_on: Since when it is in: the first of its acts or spells in force.
-- expected_left_on: First day on which it is expected to be no longer in: past it, it is in only
-- possibly, until a source says that it left.
-- source_id: Source of the row that gives the role.
-- row_table: Table of that row.
-- row_id: Key of that row.

WITH former AS (
    SELECT
        *,
        NULL AS certainty,
        {{ dated("joined_on") }} AS joined
    FROM participations
    WHERE
        include_former
        AND counted
        AND (derivation = 'declared' OR include_derived)
        AND left_on_latest <= day
),

gathered AS (
    SELECT *, false AS is_former FROM present_on(day, include_derived := include_derived)
    UNION ALL BY NAME
    SELECT *, true AS is_former FROM former
)

SELECT
    organization_id,
    instrument_id,
    body_kind,
    body_{language},
    member_id,
    member_{language},
    member_kind,
    role,
    joined.edtf AS joined_on,
    joined.earliest AS joined_on_earliest,
    joined.latest AS joined_on_latest,
    left_on{days},
    expected_left_on,
    certainty,
    derivation,
    source_id,
    locator,
    row_table,
    row_id
FROM gathered
ORDER BY is_former, body_{first}, organization_id, instrument_id, member_{first}, member_id, row_id

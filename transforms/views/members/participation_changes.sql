-- One row per body or text, member and day from which its role, or how certain it is, is otherwise
-- than on the day before. Declared ones only; several spells or acts of one member count once, as in
-- present_on.
-- key: changed_from, organization_id, instrument_id, member_id
--
-- changed_from: First day on which it stands so.
-- before: [membership_role, act] Its role or act on the day before; empty if it was not in.
-- after: [membership_role, act] Its role or act from then on; empty if it is no longer in.
-- before_certainty: [certainty] How certain that was, where dates leave it open.
-- after_certainty: [certainty] The same from then on.
-- changed_on: The date that the change rests on.
-- row_table: Table of the row that shows the change.
-- row_id: Key of that row.
-- source_id: Source of that row.

WITH spells AS (
    SELECT
        *,
        {{ dated("joined_on") }} AS joined,
        {
            'edtf': coalesce(left_on, expected_left_on),
            'earliest': left_on_earliest,
            'latest': left_on_latest
        } AS ended,
        unnest(
            list_distinct([joined_on_earliest, joined_on_latest, certain_until, left_on_latest])
        ) AS changed_from
    FROM participations
    WHERE counted AND derivation = 'declared'
),

-- Each spell on each day on which any of the same member turns.
several AS (
    SELECT DISTINCT
        turns.changed_from,
        spells.* EXCLUDE (changed_from)
    FROM spells AS turns
    JOIN spells
        ON spells.body_kind = turns.body_kind
        AND coalesce(spells.organization_id, spells.instrument_id) = coalesce(turns.organization_id, turns.instrument_id)
        AND spells.member_id = turns.member_id
    WHERE NOT turns.alone AND NOT spells.alone
),

dated AS (
    SELECT
        *,
        certainty_on(
            joined_on_earliest, joined_on_latest, certain_until, left_on_latest, changed_from - 1
        ) AS before_certainty,
        certainty_on(
            joined_on_earliest, joined_on_latest, certain_until, left_on_latest, changed_from
        ) AS after_certainty
    FROM (FROM spells WHERE alone UNION ALL BY NAME FROM several)
),

ranked AS (
    SELECT
        *,
        row_number() OVER (
            of_member ORDER BY before_certainty, strength DESC, joined_on_latest DESC, row_id
        ) AS before_rank,
        row_number() OVER (
            of_member ORDER BY after_certainty, strength DESC, joined_on_latest DESC, row_id
        ) AS after_rank,
        first_value(joined) OVER (
            of_member ORDER BY after_certainty, joined_on_latest, joined_on_earliest NULLS FIRST, row_id
        ) AS first_joined
    FROM dated
    WHERE NOT alone
    WINDOW of_member AS (PARTITION BY changed_from, organization_id, instrument_id, member_id)
),

several_pairs AS (
    SELECT
        changed_from,
        any_value(ranked) FILTER (before_rank = 1 AND before_certainty IS NOT NULL) AS was,
        any_value(ranked) FILTER (after_rank = 1 AND after_certainty IS NOT NULL) AS becomes
    FROM ranked
    GROUP BY changed_from, organization_id, instrument_id, member_id
),

gathered AS (
    SELECT
        changed_from,
        organization_id,
        instrument_id,
        member_id,
        CASE WHEN before_certainty IS NOT NULL THEN role END AS before,
        CASE WHEN after_certainty IS NOT NULL THEN role END AS after,
        before_certainty,
        after_certainty,
        joined,
        ended,
        row_table,
        row_id,
        source_id,
        locator
    FROM dated
    WHERE alone

    UNION ALL

    SELECT
        changed_from,
        coalesce(becomes.organization_id, was.organization_id) AS organization_id,
        coalesce(becomes.instrument_id, was.instrument_id) AS instrument_id,
        coalesce(becomes.member_id, was.member_id) AS member_id,
        was.role AS before,
        becomes.role AS after,
        was.before_certainty,
        becomes.after_certainty,
        becomes.first_joined AS joined,
        was.ended,
        coalesce(becomes.row_table, was.row_table) AS row_table,
        coalesce(becomes.row_id, was.row_id) AS row_id,
        coalesce(becomes.source_id, was.source_id) AS source_id,
        CASE WHEN becomes IS NULL THEN was.locator ELSE becomes.locator END AS locator
    FROM several_pairs
),

-- What is over, or may be, rests on its end.
changes AS (
    SELECT
        *,
        CASE
            WHEN after IS NULL OR (before_certainty = 'certain' AND after_certainty = 'possible') THEN ended
            ELSE joined
        END AS changed
    FROM gathered
    WHERE before IS DISTINCT FROM after OR before_certainty IS DISTINCT FROM after_certainty
)

SELECT
    changed_from,
    organization_id,
    instrument_id,
    member_id,
    before,
    after,
    before_certainty,
    after_certainty,
    changed.edtf AS changed_on,
    changed.earliest AS changed_on_earliest,
    changed.latest AS changed_on_latest,
    row_table,
    row_id,
    source_id,
    locator
FROM changes
ORDER BY changed_from, organization_id, instrument_id, member_id

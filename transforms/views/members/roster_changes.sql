-- One row per body and day on which the number of its members changes or may change: the step lines
-- of the rosters, with derived membership only if asked for. `roster_steps` has the same, under the
-- name that its readers know.
-- key: organization_id, instrument_id, changed_on
-- parameters: include_derived BOOLEAN := false
--
-- body: Name of the body or short title of the text.

SELECT
    levels.organization_id,
    levels.instrument_id,
    levels.body_kind,
    coalesce(bodies.name_{language}, texts.short_title_{language}) AS body_{language},
    levels.changed_on,
    levels.certain,
    levels.possible
FROM roster_levels AS levels
LEFT JOIN actors AS bodies ON bodies.id = levels.organization_id
LEFT JOIN instruments AS texts ON texts.id = levels.instrument_id
WHERE levels.with_derived = include_derived
ORDER BY body_{first}, levels.organization_id, levels.instrument_id, levels.changed_on NULLS FIRST

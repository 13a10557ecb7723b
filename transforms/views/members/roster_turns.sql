-- One row per body, member and day on which it comes in or goes out, or may: what the step lines of
-- the rosters are made of, with derived membership only if asked for. Several spells or acts of one
-- member count once, so that who ratifies after signing does not come in a second time.
-- key: organization_id, instrument_id, member_id, changed_on
-- parameters: include_derived BOOLEAN := false
--
-- body: Name of the body or short title of the text.
-- member_id: -> actors The member.
-- member: Name of the member.

SELECT
    turns.organization_id,
    turns.instrument_id,
    turns.body_kind,
    coalesce(bodies.name_{language}, texts.short_title_{language}) AS body_{language},
    turns.member_id,
    members.name_{language} AS member_{language},
    turns.member_kind,
    turns.changed_on,
    turns.certain_change,
    turns.possible_change
FROM roster_movements AS turns
JOIN actors AS members ON members.id = turns.member_id
LEFT JOIN actors AS bodies ON bodies.id = turns.organization_id
LEFT JOIN instruments AS texts ON texts.id = turns.instrument_id
WHERE turns.with_derived = include_derived
ORDER BY
    body_{first},
    turns.organization_id,
    turns.instrument_id,
    turns.changed_on NULLS FIRST,
    member_{first},
    turns.member_id

-- One row per vote held by the day in which one country could vote, the newest first: what a source
-- says it chose, or else what it can have chosen.
-- key: tally_id
-- parameters: country VARCHAR, day DATE
--
-- subject_id: -> instruments, actors The text or body that was voted on.
-- subject: Its name.
-- source_id: Source of the choice.
-- locator: Place in the source.
-- confidence: How well the choice is attested.

SELECT
    rosters.tally_id,
    coalesce(texts.id, bodies.id) AS subject_id,
    coalesce(texts.short_title_{language}, bodies.name_{language}) AS subject_{language},
    rosters.body_id,
    rosters.held_on,
    rosters.held_on_latest,
    rosters.choice,
    rosters.open_choices,
    rosters.on_roster,
    rosters.source_id,
    rosters.locator,
    rosters.confidence
FROM vote_rosters AS rosters
LEFT JOIN instruments AS texts ON texts.id = rosters.instrument_id
LEFT JOIN actors AS bodies ON bodies.id = rosters.about_actor_id
WHERE
    rosters.member_id = country
    AND rosters.held_on_latest <= day
ORDER BY rosters.held_on_latest DESC, rosters.tally_id

-- One row per vote and member that could vote in it on its day, beside what a source says it chose.
-- Who can vote are the members of the body, or of the nearest body above it that has
-- key: tally_id, member_id
--
-- tally_id: Key of the vote.
-- instrument_id: The text that was voted on; empty for a vote on a body.
-- about_actor_id: The body that was voted on.
-- held_on: When, as precisely as the source says.
-- held_on_latest: Last day that held_on can mean; the roster is that of this day.
-- member_id: -> actors The member.
-- choice: What it chose; empty where no source names it.
-- open_choices: What it can have chosen where no source names it.
-- on_roster: Whether it was a member on the day by the rosters; false only for a voter that they
-- lack.
-- source_id: Source of the choice.
-- locator: Place in the source.
-- confidence: How well the choice is attested.

WITH electorates AS (
    SELECT DISTINCT ON (actor_ancestors.actor_id)
        actor_ancestors.actor_id AS body_id,
        actor_ancestors.ancestor_id AS organization_id
    FROM actor_ancestors
    SEMI JOIN vote_tallies ON vote_tallies.body_id = actor_ancestors.actor_id
    SEMI JOIN participations
        ON participations.organization_id = actor_ancestors.ancestor_id
        AND participations.counted
    ORDER BY actor_ancestors.actor_id, actor_ancestors.steps
),

present AS (
    SELECT DISTINCT
        results.tally_id,
        participations.member_id
    FROM vote_results AS results
    JOIN electorates ON electorates.body_id = results.body_id
    JOIN participations
        ON participations.organization_id = electorates.organization_id
        AND participations.counted
        AND participations.derivation = 'declared'
        AND participations.joined_on_latest <= results.held_on_latest
        AND (participations.left_on IS NULL OR participations.left_on_latest > results.held_on_latest)
),

voters AS (
    SELECT
        coalesce(present.tally_id, votes.tally_id) AS tally_id,
        coalesce(present.member_id, votes.actor_id) AS member_id,
        present.member_id IS NOT NULL AS on_roster,
        votes.choice,
        votes.source_id,
        votes.locator,
        votes.confidence
    FROM present
    FULL JOIN votes
        ON votes.tally_id = present.tally_id
        AND votes.actor_id = present.member_id
)

SELECT
    voters.tally_id,
    results.instrument_id,
    results.about_actor_id,
    results.body_id,
    results.held_on,
    results.held_on_latest,
    voters.member_id,
    members.name_{language} AS member_{language},
    voters.choice,
    CASE WHEN voters.choice IS NULL THEN results.open_choices END AS open_choices,
    voters.on_roster,
    voters.source_id,
    voters.locator,
    voters.confidence
FROM voters
JOIN vote_results AS results ON results.tally_id = voters.tally_id
JOIN actors AS members ON members.id = voters.member_id
ORDER BY results.held_on_latest DESC, voters.tally_id, voters.member_id

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

gathered AS (
    SELECT
        results.*,
        participations.member_id,
        true AS on_roster
    FROM vote_results AS results
    JOIN electorates ON electorates.body_id = results.body_id
    JOIN participations
        ON participations.organization_id = electorates.organization_id
        AND participations.counted
        AND participations.derivation = 'declared'
        AND participations.joined_on_latest <= results.held_on_latest
        AND (participations.left_on IS NULL OR participations.left_on_latest > results.held_on_latest)

    UNION ALL

    SELECT
        results.*,
        votes.actor_id AS member_id,
        false AS on_roster
    FROM vote_results AS results
    JOIN votes ON votes.tally_id = results.tally_id
),

-- Grouped, not joined in full: DuckDB carries a condition on a vote or a member into both parts.
voters AS (
    SELECT
        tally_id,
        instrument_id,
        about_actor_id,
        body_id,
        held_on,
        held_on_latest,
        open_choices,
        member_id,
        bool_or(on_roster) AS on_roster
    FROM gathered
    GROUP BY ALL
)

SELECT
    voters.tally_id,
    voters.instrument_id,
    voters.about_actor_id,
    voters.body_id,
    voters.held_on,
    voters.held_on_latest,
    voters.member_id,
    members.name_{language} AS member_{language},
    votes.choice,
    CASE WHEN votes.choice IS NULL THEN voters.open_choices END AS open_choices,
    voters.on_roster,
    votes.source_id,
    votes.locator,
    votes.confidence
FROM voters
JOIN actors AS members ON members.id = voters.member_id
LEFT JOIN votes
    ON votes.tally_id = voters.tally_id
    AND votes.actor_id = voters.member_id
ORDER BY voters.held_on_latest DESC, voters.tally_id, voters.member_id

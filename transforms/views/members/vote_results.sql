-- One row per vote, the newest first: the tally that was announced, and how many of the voters
-- sources name.
-- key: tally_id
--
-- tally_id: -> vote_tallies Key of the vote.
-- instrument_id: The text that was voted on; empty for a vote on a body.
-- about_actor_id: The body that was voted on.
-- subject: Short title of the text, or name of the body.
-- body: Name of the body that voted.
-- held_on: When, as precisely as the source says.
-- held_on_earliest: First day that held_on can mean.
-- named_for: Those in favour whom a source names.
-- named_against: Those against whom a source names.
-- named_abstaining: Those abstaining whom a source names.
-- open_choices: [vote_choice] Choices that an unnamed member can have made: those of which not all
-- are named.
-- source_id: Source of the tally.
-- locator: Place in the source.
-- confidence: How well the tally is attested.

WITH named AS (
    SELECT
        tally_id,
        count(*) FILTER (choice = 'for') AS named_for,
        count(*) FILTER (choice = 'against') AS named_against,
        count(*) FILTER (choice = 'abstain') AS named_abstaining,
        count(*) FILTER (choice = 'absent') AS named_absent
    FROM votes
    GROUP BY tally_id
)

SELECT
    tallies.id AS tally_id,
    tallies.instrument_id,
    tallies.about_actor_id,
    coalesce(instruments.short_title_{language}, subjects.name_{language}) AS subject_{language},
    tallies.body_id,
    bodies.name_{language} AS body_{language},
    tallies.held_on{days},
    tallies.votes_for,
    tallies.votes_against,
    tallies.abstentions,
    tallies.absences,
    coalesce(named.named_for, 0) AS named_for,
    coalesce(named.named_against, 0) AS named_against,
    coalesce(named.named_abstaining, 0) AS named_abstaining,
    list_filter(
        [
            CASE WHEN coalesce(named.named_for, 0) < tallies.votes_for THEN 'for' END,
            CASE WHEN coalesce(named.named_against, 0) < tallies.votes_against THEN 'against' END,
            CASE WHEN coalesce(named.named_abstaining, 0) < tallies.abstentions THEN 'abstain' END,
            CASE
                WHEN tallies.absences IS NULL OR coalesce(named.named_absent, 0) < tallies.absences
                    THEN 'absent'
            END
        ],
        LAMBDA choice: choice IS NOT NULL
    ) AS open_choices,
    tallies.note_{language},
    tallies.source_id,
    tallies.locator,
    tallies.confidence
FROM vote_tallies AS tallies
JOIN actors AS bodies ON bodies.id = tallies.body_id
LEFT JOIN instruments ON instruments.id = tallies.instrument_id
LEFT JOIN actors AS subjects ON subjects.id = tallies.about_actor_id
LEFT JOIN named ON named.tally_id = tallies.id
ORDER BY tallies.held_on_latest DESC, tallies.id

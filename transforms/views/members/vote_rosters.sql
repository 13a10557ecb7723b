-- en: One row per vote and member that could vote in it on its day, beside what a source says it
-- chose. Who can vote are the members of the body, or of the nearest body above it that has
-- members: the First Committee votes with the members of the United Nations.
-- fr: Une ligne par vote et par membre qui pouvait y voter ce jour-là, à côté du choix qu'une
-- source lui prête. Peuvent voter les membres de l'organe, ou de l'organe supérieur le plus proche
-- qui a des membres : la Première Commission vote avec les membres des Nations Unies.
-- key: tally_id, member_id
--
-- tally_id: Key of the vote. | Clé du vote.
-- instrument_id: The text that was voted on; empty for a vote on a body. | Le texte mis aux voix ;
-- vide pour un vote sur un organe.
-- about_actor_id: The body that was voted on. | L'organe mis aux voix.
-- held_on: When, as precisely as the source says. | Quand, avec la précision de la source.
-- held_on_latest: Last day that held_on can mean; the roster is that of this day. | Dernier jour
-- que held_on peut désigner ; la liste est celle de ce jour.
-- member_id: -> actors The member. | Le membre.
-- choice: What it chose; empty where no source names it. | Son choix ; vide si aucune source ne le
-- nomme.
-- open_choices: What it can have chosen where no source names it. | Ce qu'il peut avoir choisi, si
-- aucune source ne le nomme.
-- on_roster: Whether it was a member on the day by the rosters; false only for a voter that they
-- lack. | S'il était membre ce jour-là selon les listes ; faux seulement pour un votant qui y
-- manque.
-- source_id: Source of the choice. | Source du choix.
-- locator: Place in the source. | Endroit dans la source.
-- confidence: How well the choice is attested. | Degré de confiance dans le choix.

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
    members.name_en AS member_en,
    members.name_fr AS member_fr,
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

-- en: One row per vote, the newest first: the tally that was announced, and how many of the voters
-- sources name.
-- fr: Une ligne par vote, le plus récent d'abord : le décompte annoncé, et combien de votants les
-- sources nomment.
-- key: tally_id
--
-- tally_id: -> vote_tallies Key of the vote. | Clé du vote.
-- instrument_id: The text that was voted on; empty for a vote on a body. | Le texte mis aux voix ;
-- vide pour un vote sur un organe.
-- about_actor_id: The body that was voted on. | L'organe mis aux voix.
-- subject_en: Short title of the text, or name of the body, in English. | Titre court du texte ou
-- nom de l'organe, en anglais.
-- subject_fr: Short title of the text, or name of the body, in French. | Titre court du texte ou
-- nom de l'organe.
-- body_en: Name of the body that voted, in English. | Nom de l'organe qui a voté, en anglais.
-- body_fr: Name of the body that voted, in French. | Nom de l'organe qui a voté.
-- held_on: When, as precisely as the source says. | Quand, avec la précision de la source.
-- held_on_earliest: First day that held_on can mean. | Premier jour que held_on peut désigner.
-- named_for: Those in favour whom a source names. | Ceux qui ont voté pour et qu'une source nomme.
-- named_against: Those against whom a source names. | Ceux qui ont voté contre et qu'une source
-- nomme.
-- named_abstaining: Those abstaining whom a source names. | Ceux qui se sont abstenus et qu'une
-- source nomme.
-- open_choices: [vote_choice] Choices that an unnamed member can have made: those of which not all are named. |
-- Choix qu'un membre non nommé peut avoir faits : ceux dont tous ne sont pas nommés.
-- note_en: What else a reader should know, in English. | Ce qu'il faut savoir de plus, en anglais.
-- note_fr: What else a reader should know, in French. | Ce qu'il faut savoir de plus.
-- source_id: Source of the tally. | Source du décompte.
-- locator: Place in the source. | Endroit dans la source.
-- confidence: How well the tally is attested. | Degré de confiance dans le décompte.

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
    coalesce(instruments.short_title_en, subjects.name_en) AS subject_en,
    coalesce(instruments.short_title_fr, subjects.name_fr) AS subject_fr,
    tallies.body_id,
    bodies.name_en AS body_en,
    bodies.name_fr AS body_fr,
    tallies.held_on,
    tallies.held_on_earliest,
    tallies.held_on_latest,
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
    tallies.note_en,
    tallies.note_fr,
    tallies.source_id,
    tallies.locator,
    tallies.confidence
FROM vote_tallies AS tallies
JOIN actors AS bodies ON bodies.id = tallies.body_id
LEFT JOIN instruments ON instruments.id = tallies.instrument_id
LEFT JOIN actors AS subjects ON subjects.id = tallies.about_actor_id
LEFT JOIN named ON named.tally_id = tallies.id
ORDER BY tallies.held_on_latest DESC, tallies.id

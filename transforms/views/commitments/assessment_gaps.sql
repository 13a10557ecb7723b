-- en: One row per milestone of a commitment that was held, other than its mere deadline, and after
-- which nobody has judged the commitment: what happened is known, what it did is not.
-- fr: Une ligne par jalon tenu d'un engagement, hormis sa seule échéance, après lequel personne n'a
-- jugé l'engagement : ce qui s'est passé est connu, ce qui en résulte ne l'est pas.
-- key: milestone_id
--
-- milestone_id: -> milestones What was held. | Ce qui a été tenu.
-- happened_on: When. | Quand.
-- title_en: What, in one line, in English. | Quoi, en une ligne, en anglais.
-- title_fr: What, in one line, in French. | Quoi, en une ligne.
-- instrument_id: The text of the commitment. | Le texte de l'engagement.
-- commitment_id: -> commitments The commitment that it is about. | L'engagement concerné.

SELECT
    milestones.id AS milestone_id,
    milestones.happened_on,
    milestones.happened_on_earliest,
    milestones.happened_on_latest,
    milestones.title_en,
    milestones.title_fr,
    milestones.commitment_id,
    commitments.instrument_id
FROM milestones
JOIN commitments ON commitments.id = milestones.commitment_id
ANTI JOIN assessments
    ON assessments.commitment_id = milestones.commitment_id
    AND assessments.polarity <> 'context'
    AND assessments.as_of_latest >= coalesce(
        milestones.happened_on_earliest,
        milestones.happened_on_latest
    )
WHERE milestones.status = 'held' AND milestones.kind <> 'deadline'
ORDER BY milestones.happened_on_latest, milestones.id

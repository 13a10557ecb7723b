-- en: One row per commitment that had been assessed by the day: the judgement that counts, which
-- is the newest evidence that supports or contradicts, or says that events have overtaken it; where
-- there is none, the newest search that found nothing or too little to judge. Context never counts.
-- Of one day the better attested goes first, then the key. What no cited source
-- had said by the day is not known on it. Adopting or signing a text is no
-- judgement, and evidence older than the text says nothing about its fulfilment.
-- fr: Une ligne par engagement évalué au jour dit : le jugement qui compte, soit
-- l'élément le plus récent qui va dans un sens ou dans l'autre, ou qui dit que les événements l'ont
-- dépassé ; à défaut, la recherche la plus récente qui n'a rien trouvé, ou trop peu pour juger. Le
-- contexte ne compte jamais. Le même jour, le mieux attesté passe d'abord, puis la clé. Ce qu'aucune source citée
-- n'avait dit au jour dit n'y est pas connu. Adopter ou
-- signer un texte n'est pas un jugement, et un élément plus ancien que le texte ne dit rien de sa
-- réalisation.
-- key: commitment_id
-- parameters: day DATE
--
-- assessment_id: -> assessments The judgement. | L'évaluation.
-- status: [assessment_status] How far the commitment is met. | Degré de réalisation.
-- confidence: How well the judgement is attested. | Degré de confiance dans le jugement.
-- assessed_on: Day of the evidence. | Jour de l'élément de preuve.
-- rationale_en: Why, in our words, in English. | Pourquoi, en résumé, en anglais.
-- rationale_fr: Why, in our words, in French. | Pourquoi, en résumé.

SELECT DISTINCT ON (assessments.commitment_id)
    assessments.commitment_id,
    assessments.id AS assessment_id,
    assessments.status,
    assessments.polarity,
    assessments.confidence,
    assessments.as_of AS assessed_on,
    assessments.as_of_earliest AS assessed_on_earliest,
    assessments.as_of_latest AS assessed_on_latest,
    assessments.method,
    assessments.assessed_by,
    assessments.rationale_en,
    assessments.rationale_fr,
    assessments.source_id,
    assessments.locator
FROM assessments
JOIN commitments ON commitments.id = assessments.commitment_id
JOIN instruments ON instruments.id = commitments.instrument_id
JOIN publications
    ON publications.row_table = 'assessments'
    AND publications.row_id = assessments.id
WHERE
    assessments.as_of_latest <= day
    AND coalesce(publications.known_on <= day, true)
    AND assessments.polarity <> 'context'
    AND (
        instruments.adopted_on_earliest IS NULL
        OR assessments.as_of_latest >= instruments.adopted_on_earliest
    )
ORDER BY
    assessments.commitment_id,
    is_evidence(assessments.status, assessments.polarity) DESC,
    assessments.as_of_latest DESC,
    code_position('confidence', assessments.confidence),
    assessments.id

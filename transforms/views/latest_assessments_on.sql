-- en: One row per commitment that had been assessed by the day: its latest judgement. On one day
-- evidence goes before mere context, then the better attested, then the key. Adopting or signing a
-- text is no judgement.
-- fr: Une ligne par engagement évalué au jour dit : son dernier jugement. Le même jour, un élément
-- de preuve passe avant un simple contexte, puis le mieux attesté, puis la clé. Adopter ou signer
-- un texte n'est pas un jugement.
-- parameters: day DATE
--
-- commitment_id: The commitment judged. | L'engagement évalué.
-- assessment_id: The judgement. | L'évaluation.
-- status: How far the commitment is met. | Degré de réalisation.
-- polarity: Which way the evidence points. | Sens de l'élément de preuve.
-- confidence: How well the judgement is attested. | Degré d'attestation du jugement.
-- assessed_on: Day of the evidence. | Jour de l'élément de preuve.
-- assessed_on_earliest: First day that assessed_on can mean. | Premier jour que assessed_on peut
-- désigner.
-- assessed_on_latest: Last day that assessed_on can mean. | Dernier jour que assessed_on peut
-- désigner.
-- rationale_en: Why, in our words, in English. | Pourquoi, dans nos mots, en anglais.
-- rationale_fr: Why, in our words, in French. | Pourquoi, dans nos mots.
-- source_id: Source in which the fact was read. | Source dans laquelle le fait a été lu.
-- locator: Place in the source. | Endroit dans la source.

SELECT DISTINCT ON (commitment_id)
    commitment_id,
    id AS assessment_id,
    status,
    polarity,
    confidence,
    as_of AS assessed_on,
    as_of_earliest AS assessed_on_earliest,
    as_of_latest AS assessed_on_latest,
    rationale_en,
    rationale_fr,
    source_id,
    locator
FROM assessments
WHERE as_of_latest <= day
ORDER BY
    commitment_id,
    as_of_latest DESC,
    polarity = 'context',
    list_position(['high', 'medium', 'low'], confidence),
    id

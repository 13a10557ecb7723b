-- en: One row per assessment of a commitment, the newest of each commitment first; with its
-- commitment and source.
-- fr: Une ligne par évaluation d'un engagement, la plus récente de chaque engagement d'abord, avec
-- son engagement et sa source.
-- key: assessment_id
--
-- assessment_id: -> assessments Key of the assessment. | Clé de l'évaluation.
-- instrument_id: The text. | Le texte.
-- instrument_en: Short title of the text in English. | Titre court du texte, en anglais.
-- instrument_fr: Short title of the text in French. | Titre court du texte.
-- paragraph_en: Paragraph or part of the text, in English. | Paragraphe ou partie du texte, en
-- anglais.
-- paragraph_fr: Paragraph or part of the text, in French. | Paragraphe ou partie du texte.
-- summary_en: What is promised, in our words, in English. | Ce qui est promis, en résumé, en
-- anglais.
-- summary_fr: What is promised, in our words, in French. | Ce qui est promis, en résumé.
-- as_of: Day of the evidence. | Jour de l'élément de preuve.
-- status: [assessment_status] How far the commitment was met. | Degré de réalisation.
-- confidence: How well the judgement is attested. | Degré de confiance dans le jugement.
-- rationale_en: Why, in our words, in English. | Pourquoi, en résumé, en anglais.
-- rationale_fr: Why, in our words, in French. | Pourquoi, en résumé.
-- source_title: Title of the source, in its own language. | Titre de la source, dans sa langue.
-- source_publisher: Who published the source. | Qui a publié la source.
-- source_url: Address of the source. | Adresse de la source.

SELECT
    assessments.id AS assessment_id,
    assessments.commitment_id,
    commitments.instrument_id,
    instruments.short_title_en AS instrument_en,
    instruments.short_title_fr AS instrument_fr,
    commitments.paragraph_en,
    commitments.paragraph_fr,
    commitments.summary_en,
    commitments.summary_fr,
    assessments.as_of,
    assessments.as_of_earliest,
    assessments.as_of_latest,
    assessments.status,
    assessments.polarity,
    assessments.confidence,
    assessments.method,
    assessments.assessed_by,
    assessments.rationale_en,
    assessments.rationale_fr,
    assessments.source_id,
    sources.title AS source_title,
    sources.publisher AS source_publisher,
    sources.url AS source_url,
    assessments.locator
FROM assessments
JOIN commitments ON commitments.id = assessments.commitment_id
JOIN instruments ON instruments.id = commitments.instrument_id
LEFT JOIN sources ON sources.id = assessments.source_id
-- Of one day, as in latest_assessments_on: evidence before context, the better attested first.
ORDER BY
    assessments.commitment_id,
    assessments.as_of_latest DESC,
    assessments.polarity = 'context',
    code_position('confidence', assessments.confidence),
    assessments.id

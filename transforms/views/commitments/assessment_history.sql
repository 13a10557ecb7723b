-- One row per assessment of a commitment, the newest of each commitment first; with its commitment
-- and source.
-- key: assessment_id
--
-- assessment_id: -> assessments Key of the assessment.
-- instrument_id: The text.
-- instrument: Short title of the text.
-- as_of: Day of the evidence.
-- status: [assessment_status] How far the commitment was met.
-- confidence: How well the judgement is attested.
-- source_title: Title of the source, in its own language.
-- source_language: Language of the source (ISO 639-1).
-- source_publisher: Who published the source.
-- source_url: Address of the source.

SELECT
    assessments.id AS assessment_id,
    assessments.commitment_id,
    commitments.instrument_id,
    instruments.short_title_{language} AS instrument_{language},
    commitments.paragraph_{language},
    commitments.summary_{language},
    assessments.as_of{days},
    assessments.status,
    assessments.polarity,
    assessments.confidence,
    assessments.method,
    assessments.assessed_by,
    assessments.rationale_{language},
    assessments.source_id,
    sources.title AS source_title,
    sources.language AS source_language,
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

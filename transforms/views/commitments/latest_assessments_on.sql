-- One row per commitment that had been assessed by the day: the judgement that counts, which is the
-- newest evidence that supports or contradicts, or says that events have overtaken it; where there
-- is none, the newest search that found nothing or too little to judge. Context never counts. Of
-- one day the better attested goes first, then the key. What no cited source had said by the day is
-- not known on it. Adopting or signing a text is no judgement, and evidence older than the text
-- says nothing about its fulfilment.
-- key: commitment_id
-- parameters: day DATE
--
-- assessment_id: -> assessments The judgement.
-- status: [assessment_status] How far the commitment is met.
-- confidence: How well the judgement is attested.
-- assessed_on: Day of the evidence.

SELECT DISTINCT ON (assessments.commitment_id)
    assessments.commitment_id,
    assessments.id AS assessment_id,
    assessments.status,
    assessments.polarity,
    assessments.confidence,
    assessments.as_of{days} AS assessed_on{days},
    assessments.method,
    assessments.assessed_by,
    assessments.rationale_{language},
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

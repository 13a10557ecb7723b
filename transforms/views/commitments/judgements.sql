-- One row per assessment of a commitment that counts on some day, with the days on which it does:
-- the judgement is the newest evidence that supports or contradicts, or says that events have
-- overtaken it; where there is none, the newest search that found nothing or too little to judge.
-- Context never counts. Of one day the better attested goes first, then the key. What no cited
-- source had said by a day is not known on it. Adopting or signing a text is no judgement, and
-- evidence older than the text says nothing about its fulfilment.
-- key: assessment_id
-- stored: commitment_id, counts_from
-- indexed: commitment_id
--
-- assessment_id: -> assessments The judgement.
-- status: [assessment_status] How far the commitment is met.
-- confidence: How well the judgement is attested.
-- assessed_on: Day of the evidence.
-- counts_from: First day on which it was known.
-- counts_until: First day on which another counts before it; empty where none does.

WITH known AS (
    SELECT
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
        assessments.locator,
        greatest(assessments.as_of_latest, publications.known_on) AS counts_from
    FROM assessments
    JOIN commitments ON commitments.id = assessments.commitment_id
    JOIN instruments ON instruments.id = commitments.instrument_id
    JOIN publications
        ON publications.row_table = 'assessments'
        AND publications.row_id = assessments.id
    WHERE
        assessments.polarity <> 'context'
        AND (
            instruments.adopted_on_earliest IS NULL
            OR assessments.as_of_latest >= instruments.adopted_on_earliest
        )
)

SELECT
    *,
    -- Whatever goes first hides it from the day on which that was known.
    min(counts_from) OVER (
        PARTITION BY commitment_id
        ORDER BY
            is_evidence(status, polarity) DESC,
            assessed_on_latest DESC,
            code_position('confidence', confidence),
            assessment_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS counts_until
FROM known
QUALIFY coalesce(counts_from < counts_until, true)
ORDER BY commitment_id, counts_from

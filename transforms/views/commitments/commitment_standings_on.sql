-- One row per commitment of a text known by the day: whether it was made or only proposed, how far
-- it was met, and how its deadline stood, without the names and words of commitments_on.
-- key: commitment_id
-- parameters: day DATE
--
-- commitment_id: -> commitments The commitment.
-- instrument_status: [instrument_status] Where the text stood on the day.
-- standing: [standing] 'made' if the text had been adopted by the day, else 'proposed'.
-- proposed: Whether it was open as a proposal: put forward or issued, and not adopted as another
-- text.
-- status: [assessment_status] How far it was met, by the judgement that counts on the day;
-- 'not_assessed' if nobody had looked.
-- assessment_id: The assessment that says so.
-- assessed_on: Day of its evidence.
-- assessment_confidence: [confidence] How well the assessment is attested.
-- assessment_rationale: Why it says so, in our words.
-- assessment_source_id: -> sources Its source.
-- assessment_locator: Place in its source.
-- due_state: [due_state] How its deadline stood, as due_state has it.

SELECT
    spans.commitment_id,
    spans.instrument_status,
    spans.standing,
    spans.proposed,
    spans.status,
    spans.assessment_id,
    judgements.assessed_on{days},
    judgements.confidence AS assessment_confidence,
    judgements.rationale_{language} AS assessment_rationale_{language},
    judgements.source_id AS assessment_source_id,
    judgements.locator AS assessment_locator,
    spans.due_state
FROM commitment_spans AS spans
LEFT JOIN judgements USING (commitment_id, assessment_id)
WHERE
    spans.since <= day
    AND coalesce(spans.until > day, true)
ORDER BY spans.commitment_id

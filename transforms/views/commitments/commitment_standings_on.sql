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
    commitments.id AS commitment_id,
    texts.status AS instrument_status,
    texts.standing,
    texts.standing = 'proposed'
    AND texts.status IN ('proposed', 'issued')
    AND texts.adopted_as_id IS NULL AS proposed,
    coalesce(latest.status, 'not_assessed') AS status,
    latest.assessment_id,
    latest.assessed_on{days},
    latest.confidence AS assessment_confidence,
    latest.rationale_{language} AS assessment_rationale_{language},
    latest.source_id AS assessment_source_id,
    latest.locator AS assessment_locator,
    due_state(
        deadline_binds(
            commitments.due_on_latest,
            texts.stands,
            coalesce(latest.status, 'not_assessed')
        ),
        coalesce(latest.status, 'not_assessed'),
        commitments.due_on_earliest,
        commitments.due_on_latest,
        day
    ) AS due_state
FROM commitments
JOIN instruments_on(day) AS texts ON texts.instrument_id = commitments.instrument_id
LEFT JOIN latest_assessments_on(day) AS latest ON latest.commitment_id = commitments.id
ORDER BY commitments.id

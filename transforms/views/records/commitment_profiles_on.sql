-- One row per commitment of any text, made, proposed or superseded, with how it stood on the day.
-- key: id
-- parameters: day DATE
--
-- id: -> commitments The commitment.
-- status: [assessment_status] How far it was met on the day; empty for one that was not made by then.
-- due_state: [due_state] How near its deadline was; empty for one that was not made by then.
-- proposed: Whether its text was only proposed on the day, so that it is not counted as made.
-- unknown: Whether it was neither made nor proposed by the day.

SELECT
    register.id,
    register.instrument_id,
    register.paragraph_{language},
    register.summary_{language},
    register.legal_force,
    register.modality,
    register.addressee,
    register.beneficiary_{language},
    register.due_on{days},
    register.due_note_{language},
    register.target_{language},
    register.verification,
    made.status,
    made.due_state,
    made.days_to_due,
    made.assessed_on{days},
    made.assessment_rationale_{language},
    made.assessment_source_id,
    proposals.id IS NOT NULL AS proposed,
    made.id IS NULL AND proposals.id IS NULL AS unknown,
    register.source_id,
    register.locator,
    register.confidence
FROM commitment_register AS register
LEFT JOIN commitments_on(day) AS made ON made.id = register.id
LEFT JOIN proposals_on(day) AS proposals ON proposals.id = register.id
ORDER BY register.id

-- One row per commitment made by the day, with its status, last assessment and deadline as they
-- stood on that day. Commitments of texts superseded or withdrawn since stay listed, and are not
-- overdue.
-- key: id
-- parameters: day DATE
--
-- instrument_id: The text.
-- instrument_status: Where the text stood on the day.
-- standing: Always 'made': what was only proposed on the day is in proposals_on.
-- beneficiary: Whom it should serve, as the text says.
-- due_note: How the text sets the date.
-- verification: Whether the text's own wording was read.
-- confidence: How well the fact is attested.
-- status: [assessment_status] How far it was met, by the judgement that counts on the day;
-- 'not_assessed' if nobody had looked.
-- assessment_id: The assessment that says so.
-- assessed_on: Day of its evidence.
-- assessment_confidence: [confidence] How well the assessment is attested.
-- assessment_rationale: Why it says so, in our words.
-- assessment_source_id: -> sources Its source.
-- assessment_locator: Place in its source.
-- days_to_due: Days from the as-of day to the last possible day of the deadline; negative once it
-- has passed; empty without a deadline.
-- overdue: The last possible day of the deadline has passed, the commitment is neither complete nor
-- overtaken, it could be judged, and its text still stands.
-- due_state: [due_state] 'none' (no deadline, or none that still binds: overtaken, or the text
-- superseded or withdrawn), 'met' (complete), 'overdue', 'not_judged' (passed, and whether it was
-- met could not be judged), 'due_now' (the day is one that the deadline can mean), 'within_90_days'
-- or 'later'.

WITH judged AS (
    SELECT
        commitments.id AS commitment_id,
        texts.status AS instrument_status,
        texts.standing,
        coalesce(latest.status, 'not_assessed') AS status,
        latest.assessment_id,
        latest.assessed_on,
        latest.assessed_on_earliest,
        latest.assessed_on_latest,
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
    WHERE texts.standing = 'made'
)

SELECT
    register.id,
    register.instrument_id,
    register.instrument_{language},
    register.instrument_symbol,
    register.instrument_kind,
    register.legal_force,
    judged.instrument_status,
    judged.standing,
    register.made_on,
    register.made_on_earliest,
    register.made_on_latest,
    register.paragraph_{language},
    register.summary_{language},
    register.modality,
    register.addressee,
    register.actor_ids,
    register.actors_{language},
    register.focus_area_ids,
    register.focus_areas_{language},
    register.beneficiary_{language},
    register.beneficiary_ids,
    register.sdgs,
    register.due_on,
    register.due_on_earliest,
    register.due_on_latest,
    register.due_note_{language},
    register.target_{language},
    register.verification,
    register.source_id,
    register.source_title,
    register.source_language,
    register.source_url,
    register.locator,
    register.confidence,
    register.folded,
    judged.status,
    judged.assessment_id,
    judged.assessed_on,
    judged.assessed_on_earliest,
    judged.assessed_on_latest,
    judged.assessment_confidence,
    judged.assessment_rationale_{language},
    judged.assessment_source_id,
    judged.assessment_locator,
    (register.due_on_latest - day)::INTEGER AS days_to_due,
    judged.due_state = 'overdue' AS overdue,
    judged.due_state
FROM judged
JOIN commitment_register AS register ON register.id = judged.commitment_id
ORDER BY register.id

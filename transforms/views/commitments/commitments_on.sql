-- One row per commitment made by the day, with its status, last assessment and deadline as they
-- stood on that day. Commitments of texts superseded or withdrawn since stay listed, and are not
-- overdue.
-- key: id
-- parameters: day DATE
--
-- instrument_status: Where the text stood on the day.
-- standing: Always 'made': what was only proposed on the day is in proposals_on.
-- days_to_due: Days from the as-of day to the last possible day of the deadline; negative once it
-- has passed; empty without a deadline.
-- overdue: The last possible day of the deadline has passed, the commitment is neither complete nor
-- overtaken, it could be judged, and its text still stands.
-- due_state: [due_state] 'none' (no deadline, or none that still binds: overtaken, or the text
-- superseded or withdrawn), 'met' (complete), 'overdue', 'not_judged' (passed, and whether it was
-- met could not be judged), 'due_now' (the day is one that the deadline can mean), 'within_90_days'
-- or 'later'.

SELECT
    register.* REPLACE (
        judged.instrument_status AS instrument_status,
        judged.standing AS standing
    ),
    judged.status,
    judged.assessment_id,
    judged.assessed_on{days},
    judged.assessment_confidence,
    judged.assessment_rationale_{language},
    judged.assessment_source_id,
    judged.assessment_locator,
    (register.due_on_latest - day)::INTEGER AS days_to_due,
    judged.due_state = 'overdue' AS overdue,
    judged.due_state
FROM commitment_standings_on(day) AS judged
JOIN commitment_register AS register ON register.id = judged.commitment_id
WHERE judged.standing = 'made'
ORDER BY register.id

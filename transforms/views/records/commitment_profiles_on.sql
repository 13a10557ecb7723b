-- One row per commitment of any text, made, proposed or superseded, with how it stood on the day.
-- key: id
-- parameters: day DATE
--
-- id: -> commitments The commitment.
-- symbol: Official symbol of the text.
-- instrument_status: [instrument_status] Where the text stood on the day; today, if the day knew nothing of it.
-- legal_force: [legal_force] What force the text has.
-- status: [assessment_status] How far it was met on the day; empty for one that was not made by then.
-- due_state: [due_state] How near its deadline was; empty for one that was not made by then.
-- days_overdue: How many days it was overdue; empty if it was not.
-- days_left: How many days were left until its deadline; empty if none lay ahead.
-- proposed: Whether its text was only proposed on the day, so that it is not counted as made.
-- unknown: Whether it was neither made nor proposed by the day.
-- not_read: Whether it is known only from excerpts or from accounts by others.
-- nobody_looked: Whether it was made, and nobody had assessed it by the day.
-- only_context: Whether all that is known of it by the day is context, which says nothing about delivery.
-- later_assessments: How many assessments rest on evidence of after the day.

WITH evidence AS (
    SELECT
        commitment_id,
        count(*) FILTER (as_of_latest <= day) AS known,
        count(*) FILTER (as_of_latest > day) AS later
    FROM assessments
    GROUP BY ALL
)

SELECT
    register.id,
    register.instrument_id,
    register.instrument_symbol AS symbol,
    instruments.url,
    coalesce(
        made.instrument_status, proposals.instrument_status, register.instrument_status
    ) AS instrument_status,
    register.made_on{days},
    register.paragraph_{language},
    register.summary_{language},
    register.legal_force,
    register.modality,
    register.addressee,
    register.beneficiary_{language},
    register.due_on{days},
    register.due_note_{language},
    register.target_{language},
    register.focus_area_ids,
    register.sdgs,
    register.verification,
    made.status,
    made.due_state,
    made.days_to_due,
    CASE WHEN made.overdue THEN -made.days_to_due END AS days_overdue,
    CASE WHEN made.due_state NOT IN ('none', 'met') AND made.days_to_due >= 0 THEN made.days_to_due END AS days_left,
    made.assessed_on{days},
    made.assessment_rationale_{language},
    made.assessment_source_id,
    proposals.id IS NOT NULL AS proposed,
    made.id IS NULL AND proposals.id IS NULL AS unknown,
    register.verification <> 'read' AS not_read,
    made.id IS NOT NULL AND coalesce(evidence.known, 0) = 0 AS nobody_looked,
    made.id IS NOT NULL AND evidence.known > 0 AND made.assessment_id IS NULL AS only_context,
    coalesce(evidence.later, 0) AS later_assessments,
    register.source_id,
    register.locator,
    register.confidence
FROM commitment_register AS register
JOIN instruments ON instruments.id = register.instrument_id
LEFT JOIN commitments_on(day) AS made ON made.id = register.id
LEFT JOIN proposals_on(day) AS proposals ON proposals.id = register.id
LEFT JOIN evidence ON evidence.commitment_id = register.id
ORDER BY register.id

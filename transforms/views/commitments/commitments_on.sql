-- en: One row per commitment made by the day, with its status, last assessment and deadline as they
-- stood on that day. Commitments of texts superseded or withdrawn since stay listed, and are not
-- overdue.
-- fr: Une ligne par engagement pris au jour dit, avec son état, sa dernière évaluation et son
-- échéance tels qu'ils étaient ce jour-là. Les engagements de textes remplacés ou retirés restent
-- listés, sans être en retard.
-- key: id
-- parameters: day DATE
--
-- instrument_id: The text. | Le texte.
-- instrument_status: Where the text stood on the day. | État du texte au jour dit.
-- standing: Always 'made': what was only proposed on the day is in proposals_on. | Toujours « made
-- » (pris) : ce qui n'était que proposé ce jour-là est dans proposals_on.
-- paragraph_en: Paragraph or part of the text, in English. | Paragraphe ou partie du texte, en
-- anglais.
-- paragraph_fr: Paragraph or part of the text, in French. | Paragraphe ou partie du texte.
-- summary_en: What is promised, in our words, in English. | Ce qui est promis, en résumé, en
-- anglais.
-- summary_fr: What is promised, in our words, in French. | Ce qui est promis, en résumé.
-- beneficiary_en: Whom it should serve, as the text says, in English. | À qui il doit profiter,
-- selon le texte, en anglais.
-- beneficiary_fr: Whom it should serve, as the text says, in French. | À qui il doit profiter,
-- selon le texte.
-- due_note_en: How the text sets the date, in English. | Comment le texte fixe la date, en anglais.
-- due_note_fr: How the text sets the date, in French. | Comment le texte fixe la date.
-- target_en: What can be measured, in English. | Ce qui est mesurable, en anglais.
-- verification: Whether the text's own wording was read. | Si le texte même a été lu.
-- confidence: How well the fact is attested. | Degré de confiance dans le fait.
-- status: [assessment_status] How far it was met, by the judgement that counts on the day;
-- 'not_assessed' if nobody had looked. | Degré de réalisation selon le jugement qui compte
-- au jour dit ; « not_assessed » (non évalué) si personne n'avait regardé.
-- assessment_id: The assessment that says so. | L'évaluation qui le dit.
-- assessed_on: Day of its evidence. | Jour de l'élément de preuve.
-- assessment_confidence: [confidence] How well the assessment is attested. | Degré de confiance
-- dans l'évaluation.
-- assessment_rationale_en: Why it says so, in our words, in English. | Pourquoi elle le dit, en résumé,
-- en anglais.
-- assessment_rationale_fr: Why it says so, in our words, in French. | Pourquoi elle le dit, en
-- résumé.
-- assessment_source_id: -> sources Its source. | Sa source.
-- assessment_locator: Place in its source. | Endroit dans sa source.
-- days_to_due: Days from the as-of day to the last possible day of the deadline; negative once it
-- has passed; empty without a deadline. | Jours entre le jour dit et le dernier jour possible de
-- l'échéance ; négatif une fois passée ; vide sans échéance.
-- overdue: The last possible day of the deadline has passed, the commitment is neither complete nor
-- overtaken, it could be judged, and its text still stands. | Le dernier jour possible de l'échéance est passé,
-- l'engagement n'est ni achevé ni dépassé par les événements, on a pu en juger, et son texte vaut
-- toujours.
-- due_state: [due_state] 'none' (no deadline, or none that still binds: overtaken, or the text
-- superseded or withdrawn), 'met' (complete), 'overdue', 'not_judged' (passed, and whether it was met could not
-- be judged), 'due_now' (the day is one that the
-- deadline can mean), 'within_90_days' or 'later'. | « none » (sans échéance, ou échéance qui ne
-- lie plus : engagement dépassé par les événements, ou texte remplacé ou retiré), « met » (achevé),
-- « overdue » (en retard), « not_judged » (passée, sans que l'on ait pu juger), « due_now » (le jour dit est l'un de ceux que l'échéance peut désigner),
-- « within_90_days » (d'ici 90 jours) ou « later » (plus tard).

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
        latest.rationale_en AS assessment_rationale_en,
        latest.rationale_fr AS assessment_rationale_fr,
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
    register.instrument_en,
    register.instrument_fr,
    register.instrument_symbol,
    register.instrument_kind,
    register.legal_force,
    judged.instrument_status,
    judged.standing,
    register.made_on,
    register.made_on_earliest,
    register.made_on_latest,
    register.paragraph_en,
    register.paragraph_fr,
    register.summary_en,
    register.summary_fr,
    register.modality,
    register.addressee,
    register.actor_ids,
    register.actors_en,
    register.actors_fr,
    register.focus_area_ids,
    register.focus_areas_en,
    register.focus_areas_fr,
    register.beneficiary_en,
    register.beneficiary_fr,
    register.beneficiary_ids,
    register.sdgs,
    register.due_on,
    register.due_on_earliest,
    register.due_on_latest,
    register.due_note_en,
    register.due_note_fr,
    register.target_en,
    register.target_fr,
    register.verification,
    register.source_id,
    register.source_title,
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
    judged.assessment_rationale_en,
    judged.assessment_rationale_fr,
    judged.assessment_source_id,
    judged.assessment_locator,
    (register.due_on_latest - day)::INTEGER AS days_to_due,
    judged.due_state = 'overdue' AS overdue,
    judged.due_state
FROM judged
JOIN commitment_register AS register ON register.id = judged.commitment_id
ORDER BY register.id

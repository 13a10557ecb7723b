-- One row per commitment that a text put forward by the day would make, and nobody had made by
-- then. Drafts adopted by the day as another text, and proposals withdrawn by then, are left out.
-- key: id
-- parameters: day DATE
--
-- instrument_status: Where the text stood on the day: 'proposed' or 'issued'.
-- standing: Always 'proposed' on the day, even if the text was adopted later.

SELECT
    commitment_register.id,
    commitment_register.instrument_id,
    commitment_register.instrument_{language},
    commitment_register.instrument_symbol,
    commitment_register.instrument_kind,
    commitment_register.legal_force,
    texts.instrument_status,
    texts.standing,
    commitment_register.made_on{days},
    commitment_register.paragraph_{language},
    commitment_register.summary_{language},
    commitment_register.modality,
    commitment_register.addressee,
    commitment_register.actor_ids,
    commitment_register.actors_{language},
    commitment_register.focus_area_ids,
    commitment_register.focus_areas_{language},
    commitment_register.beneficiary_{language},
    commitment_register.beneficiary_ids,
    commitment_register.sdgs,
    commitment_register.due_on{days},
    commitment_register.due_note_{language},
    commitment_register.target_{language},
    commitment_register.verification,
    commitment_register.source_id,
    commitment_register.source_title,
    commitment_register.source_language,
    commitment_register.source_url,
    commitment_register.locator,
    commitment_register.confidence,
    commitment_register.folded
FROM commitment_register
JOIN commitment_standings_on(day) AS texts ON texts.commitment_id = commitment_register.id
WHERE texts.proposed
ORDER BY commitment_register.id

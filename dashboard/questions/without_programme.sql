-- en: Which commitments on capacity building have no initiative that reaches those they are for?
-- fr: Quels engagements de renforcement des capacités n'ont aucune initiative qui touche ceux qu'ils visent ?
SELECT
    commitment_id,
    instrument_en,
    summary_en,
    beneficiary_en,
    focus_areas_en,
    status
FROM commitments_without_initiative($day)
ORDER BY focus_areas_en, commitment_id

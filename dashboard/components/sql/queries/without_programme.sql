-- title: Which commitments in a topic have no programme that reaches those they are for?
-- parameter focus_area: SELECT coalesce(
--     (SELECT root_area FROM tracker), min(id) FILTER (broader_id IS NULL)) FROM focus_areas
SELECT
    commitment_id,
    instrument_en,
    summary_en,
    beneficiary_en,
    focus_areas_en,
    status
FROM commitments_without_initiative($day, area := $focus_area)
ORDER BY focus_areas_en, commitment_id

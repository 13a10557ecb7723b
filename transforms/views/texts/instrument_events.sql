-- en: One row per text and dated step of it that no milestone tells: put forward, adopted or
-- issued, entered into force.
-- fr: Une ligne par texte et par étape datée qu'aucun jalon ne mentionne : présentation, adoption
-- ou publication, entrée en vigueur.
-- key: instrument_id, kind
--
-- instrument_id: The text. | Le texte.
-- kind: What kind of event it is. | Nature de l'événement.
-- happened_on: When. | Quand.
-- title_en: What, in one line, in English. | Quoi, en une ligne, en anglais.
-- title_fr: What, in one line, in French. | Quoi, en une ligne.

WITH steps AS (
    SELECT
        id,
        'proposal' AS kind,
        proposed_on AS happened_on,
        proposed_on_earliest AS happened_on_earliest,
        proposed_on_latest AS happened_on_latest,
        'put forward' AS word_en,
        'présentation' AS word_fr
    FROM instruments

    UNION ALL

    SELECT
        id,
        CASE WHEN status = 'issued' OR kind = 'report' THEN 'report' ELSE 'adoption' END AS kind,
        adopted_on,
        adopted_on_earliest,
        adopted_on_latest,
        CASE WHEN status = 'issued' OR kind = 'report' THEN 'published' ELSE 'adopted' END,
        CASE WHEN status = 'issued' OR kind = 'report' THEN 'publication' ELSE 'adoption' END
    FROM instruments

    UNION ALL

    SELECT
        id,
        'entry_into_force' AS kind,
        in_force_on,
        in_force_on_earliest,
        in_force_on_latest,
        'in force',
        'entrée en vigueur'
    FROM instruments
    WHERE in_force_on IS DISTINCT FROM adopted_on
)

SELECT
    steps.id AS instrument_id,
    steps.kind,
    steps.happened_on,
    steps.happened_on_earliest,
    steps.happened_on_latest,
    instruments.short_title_en || ': ' || steps.word_en AS title_en,
    instruments.short_title_fr || ' : ' || steps.word_fr AS title_fr,
    instruments.source_id,
    instruments.locator,
    instruments.confidence
FROM steps
JOIN instruments ON instruments.id = steps.id
WHERE
    steps.happened_on IS NOT NULL
    -- Told already: by a milestone of that kind, or by any milestone of the text on that date.
    AND NOT EXISTS (
        FROM milestones
        WHERE
            milestones.instrument_id = steps.id
            AND (
                milestones.kind = steps.kind
                OR milestones.happened_on = steps.happened_on
                OR (steps.kind = 'adoption' AND milestones.kind = 'report')
                OR (steps.kind = 'report' AND milestones.kind = 'adoption')
            )
    )
ORDER BY steps.happened_on_latest, steps.id, steps.kind

-- One row per text and dated step of it that no milestone tells: put forward, adopted or issued,
-- entered into force.
-- key: instrument_id, kind
--
-- instrument_id: The text.
-- kind: What kind of event it is.
-- happened_on: When.
-- title: What, in one line.

WITH steps AS (
    SELECT
        id,
        'proposal' AS kind,
        proposed_on{days} AS happened_on{days},
        _('put forward') AS word_{language},
    FROM instruments

    UNION ALL

    SELECT
        id,
        CASE WHEN status = 'issued' OR kind = 'report' THEN 'report' ELSE 'adoption' END AS kind,
        adopted_on{days},
        CASE WHEN status = 'issued' OR kind = 'report' THEN _('published') ELSE _('adopted') END,
    FROM instruments

    UNION ALL

    SELECT
        id,
        'entry_into_force' AS kind,
        in_force_on{days},
        _('in force'),
    FROM instruments
    WHERE in_force_on IS DISTINCT FROM adopted_on
)

SELECT
    steps.id AS instrument_id,
    steps.kind,
    steps.happened_on{days},
    instruments.short_title_{language} || _(': ') || steps.word_{language} AS title_{language},
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

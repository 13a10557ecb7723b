-- One row per actor and dated step of it that no milestone tells: founded, or ended.
-- key: actor_id, kind
--
-- actor_id: The actor.
-- kind: What kind of event it is.
-- happened_on: When.

WITH steps AS (
    SELECT
        id,
        'establishment' AS kind,
        founded_on{days} AS happened_on{days},
        _('founded') AS word_{language},
    FROM actors

    UNION ALL

    SELECT
        id,
        'dissolution' AS kind,
        dissolved_on{days},
        _('ended'),
    FROM actors
)

SELECT
    steps.id AS actor_id,
    steps.kind,
    steps.happened_on{days},
    actors.name_{language} || _(': ') || steps.word_{language} AS title_{language},
    actors.source_id,
    actors.locator,
    actors.confidence
FROM steps
JOIN actors ON actors.id = steps.id
WHERE
    steps.happened_on IS NOT NULL
    -- Told already: by a milestone of that kind, or by any milestone of the actor on that date.
    AND NOT EXISTS (
        FROM milestones
        WHERE
            milestones.actor_id = steps.id
            AND (milestones.kind = steps.kind OR milestones.happened_on = steps.happened_on)
    )
ORDER BY steps.happened_on_latest, steps.id, steps.kind

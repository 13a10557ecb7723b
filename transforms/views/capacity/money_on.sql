-- One row per programme, or body for whose work money is meant, of which any sum was on record by
-- the day, step of the way of money (target, pledged, planned, paid) and giver: the newest sum of
-- that giver, as known on the day. A step without one says so in words.
-- key: initiative_id, actor_id, step, figure_id
-- parameters: day DATE
--
-- initiative_id: -> initiatives The programme; empty for a body.
-- initiative: Name of the programme.
-- actor_id: -> actors The body for whose work the money is; empty for a programme.
-- actor: Name of the body.
-- step: [figure_nature] Step of the way of money.
-- position: Which step it is, from 1.
-- amount: The sum in units of its currency; of a range its lower end. Empty where none is on record.
-- amount_to: Upper end of a range.
-- figure_id: -> initiative_figures, actor_figures The figure.
-- amount_text: What is on record at this step, in words.
-- said: Former name of amount_text; it goes with the next release.

WITH sums AS (
    SELECT
        initiative_id,
        NULL AS actor_id,
        id,
        as_of{days},
        value,
        value_to,
        unit_{language},
        qualifier,
        nature,
        currency,
        scale,
        giver_id,
        source_id,
        locator
    FROM initiative_figures_on(day)
    WHERE currency IS NOT NULL AND NOT known_later

    UNION ALL BY NAME

    SELECT
        figures.actor_id,
        figures.id,
        figures.as_of{days},
        figures.value,
        figures.unit_{language},
        figures.qualifier,
        figures.nature,
        figures.currency,
        figures.scale,
        figures.giver_id,
        figures.source_id,
        figures.locator
    FROM actor_figures AS figures
    JOIN publications
        ON publications.row_table = 'actor_figures'
        AND publications.row_id = figures.id
    WHERE
        figures.currency IS NOT NULL
        AND is_stated(figures.as_of_latest, publications.known_on, day)
),

newest AS (
    SELECT *
    FROM sums
    QUALIFY row_number() OVER (
        PARTITION BY initiative_id, actor_id, nature, giver_id
        ORDER BY as_of_latest DESC, id
    ) = 1
),

steps AS (
    SELECT
        _('No target is on record.') AS nothing_{language},
        1 AS position,
        'target' AS step

    UNION ALL

    SELECT
        _('No pledge is on record.') AS nothing_{language},
        2 AS position,
        'pledged' AS step

    UNION ALL

    SELECT
        _('No budget is on record.') AS nothing_{language},
        3 AS position,
        'planned' AS step

    UNION ALL

    SELECT
        _('No payment is on record.') AS nothing_{language},
        4 AS position,
        'paid' AS step
),

chains AS (
    SELECT DISTINCT
        initiative_id,
        actor_id
    FROM sums
),

-- An exact sum has no word before it, a range has one between its ends.
written AS (
    SELECT
        CASE
            WHEN newest.value = floor(newest.value) THEN format('{:,}', newest.value::BIGINT)
            ELSE format('{:.15g}', newest.value)
        END AS low,
        CASE
            WHEN newest.value_to = floor(newest.value_to) THEN format('{:,}', newest.value_to::BIGINT)
            ELSE format('{:.15g}', newest.value_to)
        END AS high,
        -- The signs between thousands and before the decimals.
        concat_ws(_(' to '), translate(low, ',.', _(',.')), translate(high, ',.', _(',.'))) AS quantity_{language},
        concat_ws(' ', words.label_{language}, quantity_{language}, unit_{language}) AS amount_text_{language},
        newest.*
    FROM newest
    LEFT JOIN vocabularies AS words
        ON words.vocabulary = 'qualifier'
        AND words.code = newest.qualifier
        AND words.code <> 'exactly'
)

SELECT
    chains.initiative_id,
    initiatives.name_{language} AS initiative_{language},
    chains.actor_id,
    bodies.name_{language} AS actor_{language},
    steps.step,
    steps.position,
    written.value * written.scale AS amount,
    written.value_to * written.scale AS amount_to,
    written.currency,
    written.qualifier,
    written.as_of{days},
    written.giver_id,
    givers.name_{language} AS giver_{language},
    written.id AS figure_id,
    coalesce(written.amount_text_{language}, steps.nothing_{language}) AS amount_text_{language},
    amount_text_{language} AS said_{language},
    written.source_id,
    sources.title AS source_title,
    sources.language AS source_language,
    sources.url AS source_url,
    written.locator
FROM chains
CROSS JOIN steps
LEFT JOIN written
    ON written.initiative_id IS NOT DISTINCT FROM chains.initiative_id
    AND written.actor_id IS NOT DISTINCT FROM chains.actor_id
    AND written.nature = steps.step
LEFT JOIN initiatives ON initiatives.id = chains.initiative_id
LEFT JOIN actors AS bodies ON bodies.id = chains.actor_id
LEFT JOIN actors AS givers ON givers.id = written.giver_id
LEFT JOIN sources ON sources.id = written.source_id
ORDER BY chains.initiative_id NULLS LAST, chains.actor_id, steps.position, written.as_of_latest DESC, written.id

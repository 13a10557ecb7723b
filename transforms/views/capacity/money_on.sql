-- One row per initiative of which any sum is on record by the day, and step of the way of money:
-- target, pledged, planned, paid. The newest figure of the step stands in it; a step without one
-- says so in words.
-- key: initiative_id, step
-- parameters: day DATE
--
-- initiative_id: -> initiatives The programme.
-- initiative: Name of the programme.
-- step: [figure_nature] Step of the way of money.
-- position: Which step it is, from 1.
-- amount: The sum in units of its currency; of a range its lower end. Empty where none is on record.
-- amount_to: Upper end of a range.
-- giver: Name of the giver.
-- figure_id: -> initiative_figures The figure.
-- said: What is on record at this step, in words.

WITH sums AS (
    SELECT *
    FROM initiative_figures
    WHERE currency IS NOT NULL AND as_of_latest <= day
),

newest AS (
    SELECT *
    FROM sums
    QUALIFY row_number() OVER (
        PARTITION BY initiative_id, nature
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
    SELECT DISTINCT initiative_id
    FROM sums
),

-- An exact sum is said without a word before it, a range with a word between.
told AS (
    SELECT
        format('{:.15g}', newest.value) AS low,
        format('{:.15g}', newest.value_to) AS high,
        replace(concat_ws(_(' to '), low, high), '.', _('.')) AS quantity_{language},
        concat_ws(' ', words.label_{language}, quantity_{language}, unit_{language}) AS told_{language},
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
    steps.step,
    steps.position,
    told.value * told.scale AS amount,
    told.value_to * told.scale AS amount_to,
    told.currency,
    told.qualifier,
    told.as_of,
    told.as_of_earliest,
    told.as_of_latest,
    told.giver_id,
    givers.name_{language} AS giver_{language},
    told.id AS figure_id,
    coalesce(told.told_{language}, steps.nothing_{language}) AS said_{language},
    told.source_id,
    told.locator
FROM chains
CROSS JOIN steps
JOIN initiatives ON initiatives.id = chains.initiative_id
LEFT JOIN told
    ON told.initiative_id = chains.initiative_id
    AND told.nature = steps.step
LEFT JOIN actors AS givers ON givers.id = told.giver_id
ORDER BY chains.initiative_id, steps.position

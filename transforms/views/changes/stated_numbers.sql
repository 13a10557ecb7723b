-- One row per number that a source states of a body, text or programme, and the series it belongs
-- to: numbers of the same thing, nature, unit and giver follow one another.
-- key: row_table, row_id
--
-- aspect: [change_aspect] 'count' or 'figure'.
-- item_id: What the numbers of the series share, as a key.
-- actor_id: The body.
-- instrument_id: The text.
-- initiative_id: The programme.
-- value: The number; of a range, both ends.
-- what: Of what it is the number, in words.
-- nature: Actual, planned, target, pledged or paid.
-- as_of: Day for which it is stated.
-- giver_id: -> actors Who gives or promises the sum.
-- known_on: Since when a source that is cited for it was out; empty if nobody knows.
-- row_table: -> dictionary 'reported_counts', 'initiative_figures' or 'actor_figures'.

WITH gathered AS (
    SELECT
        'count' AS aspect,
        'reported_counts' AS row_table,
        counts.id AS row_id,
        counts.actor_id,
        counts.instrument_id,
        counts.initiative_id,
        coalesce(subjects.label_{language}, counts.what) AS what_{language},
        counts.nature,
        NULL AS giver_id,
        counts.count::DOUBLE AS value,
        NULL::DOUBLE AS value_to,
        counts.as_of{days},
        counts.source_id,
        counts.locator
    FROM reported_counts AS counts
    LEFT JOIN vocabularies AS subjects
        ON subjects.vocabulary = 'count_subject'
        AND subjects.code = counts.what

    UNION ALL BY NAME

    SELECT
        'figure' AS aspect,
        'initiative_figures' AS row_table,
        id AS row_id,
        initiative_id,
        unit_{language} AS what_{language},
        nature,
        giver_id,
        value,
        value_to,
        as_of{days},
        source_id,
        locator
    FROM initiative_figures

    UNION ALL BY NAME

    SELECT
        'figure' AS aspect,
        'actor_figures' AS row_table,
        id AS row_id,
        actor_id,
        unit_{language} AS what_{language},
        nature,
        giver_id,
        value,
        as_of{days},
        source_id,
        locator
    FROM actor_figures
)

SELECT
    gathered.aspect,
    concat_ws(
        ' ',
        gathered.actor_id,
        gathered.instrument_id,
        gathered.initiative_id,
        gathered.nature,
        gathered.giver_id,
        gathered.what_{first}
    ) AS item_id,
    gathered.actor_id,
    gathered.instrument_id,
    gathered.initiative_id,
    gathered.what_{language},
    gathered.nature,
    gathered.giver_id,
    concat_ws('–', format('{:.10g}', gathered.value), format('{:.10g}', gathered.value_to)) AS value,
    gathered.as_of{days},
    publications.known_on,
    gathered.row_table,
    gathered.row_id,
    gathered.source_id,
    gathered.locator
FROM gathered
JOIN publications
    ON publications.row_table = gathered.row_table
    AND publications.row_id = gathered.row_id
ORDER BY gathered.row_table, gathered.row_id

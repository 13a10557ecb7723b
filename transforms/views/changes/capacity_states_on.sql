-- One row per programme, stated need and series of numbers that was known on the day, with how it
-- stood then. Given
-- two more days, only of what can have changed after the first and up to the second.
-- key: aspect, item_id
-- parameters: day DATE, after_day DATE := NULL, up_to_day DATE := NULL
--
-- aspect: [change_aspect] 'programme', 'need', 'count' or 'figure'.
-- item_id: Key of the programme or need; of numbers that belong to one series, what they share.
-- state: [gap_answer, tracked_state] Whether the programme ran, or what answered the need.
-- value: The newest number of the series; of a range, both ends.
-- since: When the programme started, the need was stated, or the day that the number is for.
-- until: First day after the end of the programme.
-- row_table: -> dictionary Table of the row that says so.
-- row_id: Key of that row.
-- source_id: Source of that row.

WITH gathered AS (
    SELECT
        'programme' AS aspect,
        initiatives.id AS item_id,
        CASE WHEN known.runs THEN 'running' ELSE 'not_running' END AS state,
        initiatives.started_on{days} AS since{days},
        initiatives.ended_on{days} AS until{days},
        'initiatives' AS row_table,
        initiatives.id AS row_id,
        initiatives.source_id,
        initiatives.locator
    FROM initiatives_running_on(day) AS known
    JOIN initiatives ON initiatives.id = known.initiative_id
    LEFT JOIN sources ON sources.id = initiatives.source_id
    WHERE
        turns_between(
            programme_known_from(initiatives.started_on_latest, sources.published_on_earliest),
            after_day,
            up_to_day
        )
        OR turns_between(initiatives.ended_on_earliest, after_day, up_to_day)

    UNION ALL BY NAME

    SELECT
        'need' AS aspect,
        need_id AS item_id,
        coalesce(answer, 'unanswered') AS state,
        stated_on{days} AS since{days},
        'needs' AS row_table,
        need_id AS row_id,
        source_id,
        locator
    FROM needs_on(day)

    UNION ALL BY NAME

    SELECT
        aspect,
        item_id,
        value,
        as_of{days} AS since{days},
        row_table,
        row_id,
        source_id,
        locator
    FROM stated_numbers
    WHERE
        is_stated(as_of_latest, known_on, day)
        AND item_id IN (
            SELECT turning.item_id
            FROM stated_numbers AS turning
            WHERE
                turns_between(turning.as_of_latest, after_day, up_to_day)
                OR turns_between(turning.known_on, after_day, up_to_day)
        )
    QUALIFY row_number() OVER (
        PARTITION BY aspect, item_id
        ORDER BY as_of_latest DESC, row_id DESC
    ) = 1
)

SELECT
    aspect,
    item_id,
    state,
    value,
    since{days},
    until{days},
    row_table,
    row_id,
    source_id,
    locator
FROM gathered
ORDER BY aspect, item_id

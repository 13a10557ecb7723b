-- One row per programme, stated need and series of numbers that was known on the day, with how it
-- stood then.
-- key: aspect, item_id
-- parameters: day DATE
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
        initiatives.started_on AS since,
        initiatives.started_on_earliest AS since_earliest,
        initiatives.started_on_latest AS since_latest,
        initiatives.ended_on AS until,
        initiatives.ended_on_earliest AS until_earliest,
        initiatives.ended_on_latest AS until_latest,
        'initiatives' AS row_table,
        initiatives.id AS row_id,
        initiatives.source_id,
        initiatives.locator
    FROM initiatives_running_on(day) AS known
    JOIN initiatives ON initiatives.id = known.initiative_id

    UNION ALL BY NAME

    SELECT
        'need' AS aspect,
        need_id AS item_id,
        coalesce(answer, 'unanswered') AS state,
        stated_on AS since,
        stated_on_earliest AS since_earliest,
        stated_on_latest AS since_latest,
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
        as_of AS since,
        as_of_earliest AS since_earliest,
        as_of_latest AS since_latest,
        row_table,
        row_id,
        source_id,
        locator
    FROM stated_numbers
    WHERE is_stated(as_of_latest, known_on, day)
    QUALIFY row_number() OVER (
        PARTITION BY item_id
        ORDER BY as_of_latest DESC, row_id DESC
    ) = 1
)

SELECT
    aspect,
    item_id,
    state,
    value,
    since,
    since_earliest,
    since_latest,
    until,
    until_earliest,
    until_latest,
    row_table,
    row_id,
    source_id,
    locator
FROM gathered
ORDER BY aspect, item_id

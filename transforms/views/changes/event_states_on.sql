-- One row per text, milestone and organization that was known on the day, with how it stood then. Given
-- two more days, only of what can have changed after the first and up to the second.
-- key: aspect, item_id
-- parameters: day DATE, after_day DATE := NULL, up_to_day DATE := NULL
--
-- aspect: [change_aspect] 'text', 'milestone' or 'organization'.
-- item_id: Key of the text, milestone or organization.
-- state: [instrument_status, milestone_status, tracked_state] How it stood.
-- since: The date that the state rests on.
-- until: First day on which an organization was no longer there.
-- row_table: -> dictionary Table of its row.
-- row_id: Key of its row.
-- source_id: Source of the row.

WITH gathered AS (
    SELECT
        'text' AS aspect,
        standing.instrument_id AS item_id,
        standing.status AS state,
        {% include "changes/parts/text_dated.sql" %} AS since,
        NULL AS until,
        'instruments' AS row_table,
        texts.source_id,
        texts.locator
    FROM instruments_on(day) AS standing
    JOIN instruments AS texts ON texts.id = standing.instrument_id
    WHERE standing.instrument_id IN (
        SELECT instrument_id
        FROM instrument_spans
        WHERE turns_between(instrument_spans.since, after_day, up_to_day)
    )

    UNION ALL BY NAME

    SELECT
        'milestone' AS aspect,
        known.milestone_id AS item_id,
        known.status AS state,
        {{ dated("milestones.happened_on") }} AS since,
        'milestones' AS row_table,
        milestones.source_id,
        milestones.locator
    FROM milestones_on(day) AS known
    JOIN milestones ON milestones.id = known.milestone_id
    WHERE NOT known.known_later

    UNION ALL BY NAME

    SELECT
        'organization' AS aspect,
        id AS item_id,
        'there' AS state,
        {{ dated("founded_on") }} AS since,
        {{ dated("dissolved_on") }} AS until,
        'actors' AS row_table,
        source_id,
        locator
    FROM actors
    WHERE
        (founded_on IS NOT NULL OR dissolved_on IS NOT NULL)
        AND certainty_on(
            founded_on_earliest, founded_on_latest, dissolved_on_earliest, dissolved_on_latest, day
        ) = 'certain'
)

SELECT
    aspect,
    item_id,
    state,
    since.edtf AS since,
    since.earliest AS since_earliest,
    since.latest AS since_latest,
    until.edtf AS until,
    until.earliest AS until_earliest,
    until.latest AS until_latest,
    row_table,
    item_id AS row_id,
    source_id,
    locator
FROM gathered
ORDER BY aspect, item_id

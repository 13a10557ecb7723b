-- One row per text, milestone and organization that was known on the day, with how it stood then.
-- key: aspect, item_id
-- parameters: day DATE
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
        CASE
            WHEN standing.status IN ('superseded', 'withdrawn') THEN {
                'edtf': texts.ended_on,
                'earliest': texts.ended_on_earliest,
                'latest': texts.ended_on_latest
            }
            WHEN standing.status = 'in_force' AND texts.in_force_on IS NOT NULL THEN {
                'edtf': texts.in_force_on,
                'earliest': texts.in_force_on_earliest,
                'latest': texts.in_force_on_latest
            }
            WHEN standing.status = 'proposed' THEN {
                'edtf': texts.proposed_on,
                'earliest': texts.proposed_on_earliest,
                'latest': texts.proposed_on_latest
            }
            ELSE {
                'edtf': texts.adopted_on,
                'earliest': texts.adopted_on_earliest,
                'latest': texts.adopted_on_latest
            }
        END AS since,
        NULL AS until,
        'instruments' AS row_table,
        texts.source_id,
        texts.locator
    FROM instruments_on(day) AS standing
    JOIN instruments AS texts ON texts.id = standing.instrument_id

    UNION ALL BY NAME

    SELECT
        'milestone' AS aspect,
        known.milestone_id AS item_id,
        known.status AS state,
        {
            'edtf': milestones.happened_on,
            'earliest': milestones.happened_on_earliest,
            'latest': milestones.happened_on_latest
        } AS since,
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
        {
            'edtf': founded_on,
            'earliest': founded_on_earliest,
            'latest': founded_on_latest
        } AS since,
        {
            'edtf': dissolved_on,
            'earliest': dissolved_on_earliest,
            'latest': dissolved_on_latest
        } AS until,
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

-- One row per focus area, narrower ones below the broader one, those with the most needs first: how
-- many needs had been stated by the day, how many commitments made, and how many initiatives ran,
-- in it or in a narrower one.
-- key: id
-- parameters: day DATE
--
-- id: -> focus_areas Key of the focus area.
-- name: Its name.
-- depth: How many broader areas it lies in.
-- needs: How many needs had been stated.
-- commitments: How many commitments had been made.
-- initiatives: How many initiatives ran.

-- What lies in an area lies in each broader one, once. Commitments in the same areas are counted
-- together.
WITH RECURSIVE counted AS (
    SELECT
        'need' AS origin,
        id,
        focus_area_id,
        1 AS n
    FROM needs
    WHERE stated_on_latest <= day

    UNION ALL

    SELECT
        'commitment' AS origin,
        made.pattern_id AS id,
        commitment_focus_areas.focus_area_id,
        made.commitments AS n
    FROM commitment_patterns_on(day) AS made
    JOIN commitment_focus_areas ON commitment_focus_areas.commitment_id = made.pattern_id

    UNION ALL

    SELECT
        'initiative' AS origin,
        running.initiative_id AS id,
        initiative_focus_areas.focus_area_id,
        1 AS n
    FROM initiatives_running_on(day) AS running
    JOIN initiative_focus_areas ON initiative_focus_areas.initiative_id = running.initiative_id
    WHERE running.runs
),

inside AS (
    SELECT DISTINCT
        counted.origin,
        counted.id,
        counted.n,
        focus_area_ancestors.ancestor_id AS focus_area_id
    FROM counted
    JOIN focus_area_ancestors ON focus_area_ancestors.focus_area_id = counted.focus_area_id
),

totals AS (
    SELECT
        focus_area_id,
        sum(n) FILTER (origin = 'need')::BIGINT AS needs,
        sum(n) FILTER (origin = 'commitment')::BIGINT AS commitments,
        sum(n) FILTER (origin = 'initiative')::BIGINT AS initiatives
    FROM inside
    GROUP BY ALL
),

areas AS (
    SELECT
        focus_areas.*,
        coalesce(totals.needs, 0) AS needs,
        coalesce(totals.commitments, 0) AS commitments,
        coalesce(totals.initiatives, 0) AS initiatives
    FROM focus_areas
    LEFT JOIN totals ON totals.focus_area_id = focus_areas.id
),

-- Where each stands: by needs and key under its broader area, which stands before it.
placed AS (
    SELECT
        id,
        0 AS depth,
        [{'needs': -needs, 'id': id}] AS place
    FROM areas
    WHERE broader_id IS NULL

    UNION ALL

    SELECT
        areas.id,
        placed.depth + 1 AS depth,
        list_append(placed.place, {'needs': -areas.needs, 'id': areas.id}) AS place
    FROM placed
    JOIN areas ON areas.broader_id = placed.id
    WHERE placed.depth < 20
)

SELECT
    areas.id,
    areas.name_{language},
    areas.definition_{language},
    areas.broader_id,
    placed.depth,
    areas.needs,
    areas.commitments,
    areas.initiatives
FROM areas
JOIN placed ON placed.id = areas.id
ORDER BY placed.place

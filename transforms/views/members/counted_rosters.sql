-- One row per body and day on which its declared roster changes or a source reports a count that
-- compares with it; two reports on one day are two rows. A body of which only reports are known has
-- no count of its own. `roster_counts` has the same in the order of names.
-- key: organization_id, instrument_id, counted_on, reported_count_id
-- stored: organization_id, instrument_id, counted_on, reported_count_id
--
-- instrument_id: The text; empty for a body.
-- body: Name of the body or short title of the text.
-- counted_on: From this day on, until the next row of the body.
-- certain: Members on the day by every reading of the dates.
-- possible: Members on the day by some reading of the dates; never fewer than certain.
-- certain_change: Change of certain since the row before; 0 in further rows of one day, so that the
-- changes add up.
-- reported_count_id: -> reported_counts The count that a source reports.
-- reported: How many the source reports.
-- reported_qualifier: [qualifier] Exactly, about or more than.
-- reported_scope: What the source includes or leaves out.
-- agrees: Whether the roster can give the reported number on a day that the report can mean:
-- between certain and possible; 'more than' needs more, 'about' allows two per cent.
-- difference: Reported number less the nearest one that the roster gives; 0 where they agree.
-- source_id: Source of the reported count.

WITH changes AS MATERIALIZED (
    SELECT
        coalesce('a:' || organization_id, 'i:' || instrument_id) AS body,
        coalesce(changed_on, DATE '0001-01-01') AS counted_on,
        coalesce(until, DATE '9999-12-31') AS next_day,
        certain,
        possible
    FROM roster_levels
    WHERE NOT with_derived
),

-- From the beginning of time, so that a counted_on before all changes finds nobody rather than nothing.
steps AS MATERIALIZED (
    FROM changes
    UNION ALL
    SELECT
        body,
        DATE '0001-01-01' AS counted_on,
        min(counted_on) AS next_day,
        0 AS certain,
        0 AS possible
    FROM changes
    GROUP BY body
    HAVING next_day > DATE '0001-01-01'
),

reports AS MATERIALIZED (
    SELECT
        coalesce('a:' || actor_id, 'i:' || instrument_id) AS body,
        coalesce(as_of_earliest, as_of_latest) AS first_day,
        as_of_latest AS counted_on,
        id,
        count,
        qualifier,
        scope_{language},
        source_id
    FROM reported_counts
    WHERE
        nature = 'actual'
        AND (
            (actor_id IS NOT NULL AND what = 'members')
            OR (instrument_id IS NOT NULL AND what = 'signatories')
        )
),

-- A report of a month or year may be of any counted_on in it.
ranges AS (
    SELECT
        reports.id,
        min(steps.certain) AS lowest,
        max(steps.possible) AS highest
    FROM reports
    JOIN steps
        ON steps.body = reports.body
        AND steps.counted_on <= reports.counted_on
        AND steps.next_day > reports.first_day
    GROUP BY ALL
),

days AS (
    SELECT
        body,
        counted_on
    FROM changes
    WHERE counted_on > DATE '0001-01-01'

    UNION

    SELECT
        body,
        counted_on
    FROM reports
),

counted AS (
    SELECT
        days.body,
        days.counted_on,
        steps.certain,
        steps.possible,
        ranges.lowest,
        ranges.highest,
        reports.* EXCLUDE (body, counted_on)
    FROM days
    LEFT JOIN steps
        ON steps.body = days.body
        AND steps.counted_on <= days.counted_on
        AND steps.next_day > days.counted_on
    LEFT JOIN reports ON reports.body = days.body AND reports.counted_on = days.counted_on
    LEFT JOIN ranges ON ranges.id = reports.id
)

SELECT
    actors.id AS organization_id,
    instruments.id AS instrument_id,
    coalesce(actors.name_{language}, instruments.short_title_{language}) AS body_{language},
    CASE
        WHEN instruments.id IS NOT NULL THEN 'instrument'
        WHEN actors.kind = 'country_group' THEN 'country_group'
        ELSE 'organization'
    END AS body_kind,
    counted.counted_on,
    counted.certain,
    counted.possible,
    -- Two rows of one counted_on have the same count: the second one adds nothing.
    counted.certain - coalesce(
        lag(counted.certain) OVER (PARTITION BY counted.body ORDER BY counted.counted_on, counted.id),
        0
    ) AS certain_change,
    counted.id AS reported_count_id,
    counted.count AS reported,
    counted.qualifier AS reported_qualifier,
    counted.scope_{language} AS reported_scope_{language},
    CASE counted.qualifier
        WHEN 'more_than' THEN counted.highest > counted.count
        WHEN 'about' THEN
            counted.count * 1.02 >= counted.lowest AND counted.count * 0.98 <= counted.highest
        ELSE counted.count BETWEEN counted.lowest AND counted.highest
    END AS agrees,
    CASE
        WHEN agrees THEN 0
        WHEN counted.count >= counted.highest THEN counted.count - counted.highest
        ELSE counted.count - counted.lowest
    END AS difference,
    counted.source_id
FROM counted
LEFT JOIN actors ON 'a:' || actors.id = counted.body
LEFT JOIN instruments ON 'i:' || instruments.id = counted.body
ORDER BY body_{first}, counted.body, counted.counted_on, counted.id

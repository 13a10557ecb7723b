-- One row per programme: who offers what to whom, and whether it ran on the day.
-- key: id
-- parameters: day DATE
--
-- id: -> initiatives The programme.
-- status: [initiative_status] Where it stands today.
-- runs: Whether it ran on the day; empty for a programme that nobody knew of by then.
-- topics: In how many focus areas it offers something.
-- reached: How many countries, groups and others it is for.
-- partners: How many work with the lead.
-- sums: How many figures of money are on record by the day.
-- paid: Those of them that were paid.

WITH topics AS (
    SELECT
        initiative_id,
        count(*) AS n
    FROM initiative_focus_areas
    GROUP BY ALL
),

reached AS (
    SELECT
        initiative_id,
        count(*) AS n
    FROM initiative_reach
    GROUP BY ALL
),

partners AS (
    SELECT
        initiative_id,
        count(*) AS n
    FROM initiative_partners
    GROUP BY ALL
),

money AS (
    SELECT
        initiative_id,
        count(*) AS sums,
        count(*) FILTER (nature = 'paid') AS paid
    FROM initiative_figures_on(day)
    WHERE currency IS NOT NULL AND NOT known_later
    GROUP BY ALL
)

SELECT
    initiatives.id,
    initiatives.name_{language},
    initiatives.status,
    running.runs,
    initiatives.lead_id,
    initiatives.started_on{days},
    initiatives.ended_on{days},
    coalesce(topics.n, 0) AS topics,
    coalesce(reached.n, 0) AS reached,
    coalesce(partners.n, 0) AS partners,
    coalesce(money.sums, 0) AS sums,
    coalesce(money.paid, 0) AS paid,
    initiatives.note_{language},
    initiatives.source_id,
    initiatives.locator,
    initiatives.confidence
FROM initiatives
LEFT JOIN initiatives_running_on(day) AS running ON running.initiative_id = initiatives.id
LEFT JOIN topics ON topics.initiative_id = initiatives.id
LEFT JOIN reached ON reached.initiative_id = initiatives.id
LEFT JOIN partners ON partners.initiative_id = initiatives.id
LEFT JOIN money ON money.initiative_id = initiatives.id
ORDER BY initiatives.id

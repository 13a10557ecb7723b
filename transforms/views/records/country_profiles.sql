-- One row: one country, what it takes part in on the day and what commits it.
-- key: id
-- parameters: country VARCHAR, day DATE
--
-- id: -> actors The country.

SELECT
    actors.id,
    actors.name_{language},
    actors.kind,
    countries.region_{language},
    countries.subregion_{language},
    actors.founded_on{days},
    actors.dissolved_on{days},
    actors.note_{language},
    totals.bodies,
    totals.listed_bodies,
    totals.texts,
    totals.commitments,
    totals.overdue_commitments,
    totals.not_judged,
    totals.due_soon,
    totals.initiatives,
    actors.source_id,
    actors.locator,
    actors.confidence
FROM actors
LEFT JOIN countries ON countries.id = actors.id
CROSS JOIN country_totals(country, day) AS totals
WHERE actors.id = country
ORDER BY actors.id

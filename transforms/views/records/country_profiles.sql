-- One row: one country, what it takes part in on the day and what commits it.
-- key: id
-- parameters: country VARCHAR, day DATE, developing_as VARCHAR := NULL
--
-- id: -> actors The country.
-- certainty: [certainty] Whether it existed on the day; empty if it did not.
-- possible: How many of its memberships and acts, derived ones too, are only possible on the day.
-- similar_ids: -> actors Countries with a similar name, with which it may be confused.
-- complete_rosters: Of how many rosters it is known on the day that they are complete.

SELECT
    actors.id,
    actors.name_{language},
    actors.kind,
    certainty_on(
        actors.founded_on_earliest,
        coalesce(actors.founded_on_latest, DATE '-infinity'),
        actors.dissolved_on_earliest,
        actors.dissolved_on_latest,
        day
    ) AS certainty,
    countries.region_{language},
    countries.subregion_{language},
    actors.founded_on{days},
    actors.dissolved_on{days},
    actors.note_{language},
    totals.bodies,
    totals.listed_bodies,
    totals.texts,
    totals.memberships,
    totals.acts,
    totals.possible,
    totals.commitments,
    totals.own_commitments,
    totals.overdue_commitments,
    totals.not_judged,
    totals.due_soon,
    totals.not_read,
    totals.initiatives,
    totals.unlisted_initiatives,
    (SELECT count(*) FROM roster_reports_on(day) WHERE roster = 'complete') AS complete_rosters,
    (
        SELECT list(other_id ORDER BY other_id) FROM similar_countries WHERE country_id = country
    ) AS similar_ids,
    actors.source_id,
    actors.locator,
    actors.confidence
FROM actors
LEFT JOIN countries ON countries.id = actors.id
CROSS JOIN country_totals(country, day, developing_as := developing_as) AS totals
WHERE actors.id = country
ORDER BY actors.id

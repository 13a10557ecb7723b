-- One row per organization, body, company or group of countries: what it is, whether it existed on
-- the day, and how much hangs on it then.
-- key: id
-- parameters: day DATE
--
-- id: -> actors The organization.
-- name: Its name.
-- acronym: Its acronym.
-- kind: [actor_kind] What kind of actor it is.
-- certainty: [certainty] Whether it existed on the day; empty if it did not.
-- members: How many were certainly members on the day.
-- possible_members: How many more were so by some reading of the dates.
-- texts: Texts that it had adopted by the day.
-- bodies: Bodies and groups inside it.
-- commitments: Commitments made by the day that address it.
-- overdue_commitments: Those of them that were overdue.
-- not_assessed: Those of them that nobody had assessed.
-- needs: Needs that texts had stated of it by the day.
-- programmes: Programmes known by the day that it leads.
-- source_id: Source of the row.

WITH in_it AS (
    SELECT
        organization_id AS id,
        certain AS members,
        possible - certain AS possible_members
    FROM roster_levels
    WHERE
        NOT with_derived
        AND coalesce(changed_on <= day, true)
        AND coalesce(until > day, true)
),

adopted AS (
    SELECT
        instruments.adopted_by_id AS id,
        count(*) AS texts
    FROM instruments
    JOIN instruments_on(day) AS standing ON standing.instrument_id = instruments.id
    WHERE standing.standing = 'made'
    GROUP BY ALL
),

inside AS (
    SELECT
        parent_id AS id,
        count(*) AS bodies
    FROM actors
    WHERE NOT is_country(kind)
    GROUP BY ALL
),

addressed AS (
    SELECT
        links.actor_id AS id,
        count(DISTINCT made.id) AS commitments,
        count(DISTINCT made.id) FILTER (made.overdue) AS overdue_commitments,
        count(DISTINCT made.id) FILTER (made.status = 'not_assessed') AS not_assessed
    FROM commitment_actors AS links
    JOIN commitments_on(day) AS made ON made.id = links.commitment_id
    GROUP BY ALL
),

lacking AS (
    SELECT
        actor_id AS id,
        count(*) AS needs
    FROM needs
    WHERE stated_on_latest <= day
    GROUP BY ALL
),

led AS (
    SELECT
        lead_id AS id,
        count(*) AS programmes
    FROM initiatives_on(day)
    GROUP BY ALL
)

SELECT
    actors.id,
    actors.name_{language},
    actors.acronym_{language},
    actors.kind,
    actors.parent_id,
    certainty_on(
        actors.founded_on_earliest,
        actors.founded_on_latest,
        actors.dissolved_on_earliest,
        actors.dissolved_on_latest,
        day
    ) AS certainty,
    actors.founded_on{days},
    actors.dissolved_on{days},
    actors.seat_city_{language},
    actors.seat_country_id,
    actors.website,
    actors.note_{language},
    coalesce(in_it.members, 0) AS members,
    coalesce(in_it.possible_members, 0) AS possible_members,
    coalesce(adopted.texts, 0) AS texts,
    coalesce(inside.bodies, 0) AS bodies,
    coalesce(addressed.commitments, 0) AS commitments,
    coalesce(addressed.overdue_commitments, 0) AS overdue_commitments,
    coalesce(addressed.not_assessed, 0) AS not_assessed,
    coalesce(lacking.needs, 0) AS needs,
    coalesce(led.programmes, 0) AS programmes,
    actors.source_id,
    actors.locator,
    actors.confidence
FROM actors
LEFT JOIN in_it ON in_it.id = actors.id
LEFT JOIN adopted ON adopted.id = actors.id
LEFT JOIN inside ON inside.id = actors.id
LEFT JOIN addressed ON addressed.id = actors.id
LEFT JOIN lacking ON lacking.id = actors.id
LEFT JOIN led ON led.id = actors.id
WHERE NOT is_country(actors.kind)
ORDER BY actors.id

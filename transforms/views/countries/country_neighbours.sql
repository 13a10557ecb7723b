-- One row per other country of the same subregion: in how many bodies and texts both are on the day,
-- and in how many only one of them, declared only. Those that share the most come first.
-- key: member_id
-- parameters: country VARCHAR, day DATE
--
-- member_id: -> actors The other country.
-- member: Its name.
-- shared: In how many bodies and texts both are.
-- only_country: In how many only the country is.
-- only_neighbour: In how many only the other country is.

WITH nearby AS (
    SELECT others.id
    FROM countries AS home
    JOIN countries AS others ON others.subregion_{first} = home.subregion_{first}
    WHERE home.id = country
),

rosters AS MATERIALIZED (
    SELECT DISTINCT
        member_id,
        member_{language},
        coalesce(organization_id, instrument_id) AS body_id
    FROM participations
    WHERE
        member_id IN (SELECT id FROM nearby)
        AND counted
        AND body_kind <> 'country_group'
        AND derivation = 'declared'
        AND certainty_on(
            joined_on_earliest, joined_on_latest, certain_until, left_on_latest, day
        ) IS NOT NULL
),

own AS (
    SELECT body_id
    FROM rosters
    WHERE member_id = country
)

SELECT
    rosters.member_id,
    rosters.member_{language},
    count(own.body_id) AS shared,
    (SELECT count(*) FROM own AS every_own) - count(own.body_id) AS only_country,
    count(*) - count(own.body_id) AS only_neighbour
FROM rosters
LEFT JOIN own ON own.body_id = rosters.body_id
WHERE rosters.member_id <> country
GROUP BY ALL
ORDER BY shared DESC, only_neighbour DESC, rosters.member_id

-- One row per group of countries that nobody lists the members of, so that nobody can say whether
-- the country is in it: the needs stated of it by the day and the initiatives known for it, which
-- are therefore not among the country's own.
-- key: group_id
-- parameters: country VARCHAR, day DATE, developing_as VARCHAR := NULL
--
-- group_id: The group.
-- needs: How many needs are stated of it.
-- initiative_ids: Initiatives for it that do not reach the country otherwise.

WITH unlisted AS (
    SELECT
        id,
        name_{language},
    FROM actors
    WHERE
        kind = 'country_group'
        AND id IS DISTINCT FROM (SELECT all_countries FROM tracker)
        AND id NOT IN (
            SELECT organization_id FROM participations WHERE body_kind = 'country_group'
        )
        AND id NOT IN (SELECT group_id FROM groupings_on(day, developing_as := developing_as) WHERE member_id = country)
        -- Where other groups stand for the developing countries, theirs are the members.
        AND NOT EXISTS (
            FROM tracker
            WHERE
                developing_countries = actors.id
                AND EXISTS (FROM developing_groups(developing_as := developing_as))
        )
),

stated AS (
    SELECT
        actor_id,
        count(*) AS needs
    FROM needs
    WHERE stated_on_latest <= day
    GROUP BY ALL
),

offered AS (
    SELECT
        initiative_reach.actor_id,
        list(running.initiative_id ORDER BY running.initiative_id) AS initiative_ids
    FROM initiative_reach
    JOIN initiatives_running_on(day) AS running
        ON running.initiative_id = initiative_reach.initiative_id
    ANTI JOIN country_offers(country, day, developing_as := developing_as) AS own
        ON own.section = 'initiative'
        AND own.id = running.initiative_id
    GROUP BY ALL
)

SELECT
    unlisted.id AS group_id,
    unlisted.name_{language} AS group_{language},
    coalesce(stated.needs, 0) AS needs,
    coalesce(offered.initiative_ids, []) AS initiative_ids
FROM unlisted
LEFT JOIN stated ON stated.actor_id = unlisted.id
LEFT JOIN offered ON offered.actor_id = unlisted.id
ORDER BY needs DESC, group_id

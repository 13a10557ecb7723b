-- One row per list of countries and groups of them that offers name, and group of countries that
-- such an offer reaches on the day. An offer for a group reaches the groups inside it in general, and
-- is aimed at that group and at those that contain it, except at all countries; an offer for single
-- countries is aimed at a group that contains them all.
-- key: named, group_id
-- parameters: day DATE, developing_as VARCHAR := NULL
--
-- group_id: -> actors Group of countries that it reaches.
-- aimed: True if it names the group or a part of it, false if only a wider group.

WITH lists AS MATERIALIZED (
    SELECT DISTINCT named
    FROM pattern_areas
),

listed AS MATERIALIZED (
    SELECT
        named,
        unnest(string_split(named, ' ')) AS actor_id
    FROM lists
),

-- Every group is part of all countries, whether or not its row says so, and those that stand for the
-- developing countries are part of these.
containment AS MATERIALIZED (
    SELECT
        actor_ancestors.actor_id AS part_id,
        actor_ancestors.ancestor_id AS whole_id
    FROM actor_ancestors
    JOIN actors AS parts ON parts.id = actor_ancestors.actor_id
    JOIN actors AS wholes ON wholes.id = actor_ancestors.ancestor_id
    WHERE parts.kind = 'country_group' AND wholes.kind = 'country_group'

    UNION

    SELECT
        parts.id AS part_id,
        everybody.id AS whole_id
    FROM actors AS parts
    JOIN actors AS everybody ON everybody.id = (SELECT all_countries FROM tracker)
    WHERE parts.kind = 'country_group'

    UNION

    SELECT
        standing.group_id AS part_id,
        wholes.id AS whole_id
    FROM developing_groups(developing_as := developing_as) AS standing
    JOIN actors AS wholes ON wholes.id = (SELECT developing_countries FROM tracker)
),

reached AS (
    SELECT
        listed.named,
        containment.part_id AS group_id,
        containment.part_id = containment.whole_id AS aimed
    FROM listed
    JOIN containment ON containment.whole_id = listed.actor_id

    UNION ALL

    SELECT
        listed.named,
        containment.whole_id AS group_id,
        true AS aimed
    FROM listed
    JOIN containment ON containment.part_id = listed.actor_id
    WHERE containment.whole_id IS DISTINCT FROM (SELECT all_countries FROM tracker)

    UNION ALL

    SELECT
        listed.named,
        containment.whole_id AS group_id,
        true AS aimed
    FROM listed
    JOIN participations AS members ON members.member_id = listed.actor_id
    JOIN containment ON containment.part_id = members.organization_id
    WHERE
        members.counted
        AND members.body_kind = 'country_group'
        AND certainty_on(
            members.joined_on_earliest,
            members.joined_on_latest,
            members.left_on_earliest,
            members.left_on_latest,
            day
        ) IS NOT NULL
        AND containment.whole_id IS DISTINCT FROM (SELECT all_countries FROM tracker)
    GROUP BY
        listed.named,
        containment.whole_id
    HAVING count(DISTINCT listed.actor_id) = len(string_split(listed.named, ' '))
)

SELECT
    named,
    group_id,
    bool_or(aimed) AS aimed
FROM reached
GROUP BY ALL
ORDER BY named, group_id

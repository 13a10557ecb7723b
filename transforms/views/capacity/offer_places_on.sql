-- One row per pattern of offers, focus area in which it offers something and group of countries that
-- it reaches on the day. An offer for a group reaches the groups inside it in general, and is aimed
-- at that group and at those that contain it, except at all countries; an offer for single countries
-- is aimed at a group that contains them all. It offers in its own focus areas and in the broader
-- ones.
-- key: origin, pattern_id, focus_area_id, group_id
-- parameters: day DATE, developing_as VARCHAR := NULL
--
-- pattern_id: The pattern, as in offer_patterns.
-- focus_area_id: Focus area in which it offers something.
-- group_id: -> actors Group of countries that it reaches.
-- aimed: True if it names the group or a part of it, false if only a wider group.

WITH patterns AS MATERIALIZED (
    SELECT origin, id
    FROM offer_patterns
    WHERE id = pattern_id
),

named AS MATERIALIZED (
    SELECT
        patterns.origin,
        patterns.id,
        initiative_reach.actor_id
    FROM patterns
    JOIN initiative_reach
        ON patterns.origin = 'initiative'
        AND initiative_reach.initiative_id = patterns.id

    UNION ALL

    SELECT
        patterns.origin,
        patterns.id,
        commitment_beneficiaries.actor_id
    FROM patterns
    JOIN commitment_beneficiaries
        ON patterns.origin = 'commitment'
        AND commitment_beneficiaries.commitment_id = patterns.id
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
        named.origin,
        named.id,
        containment.part_id AS group_id,
        containment.part_id = containment.whole_id AS aimed
    FROM named
    JOIN containment ON containment.whole_id = named.actor_id

    UNION ALL

    SELECT
        named.origin,
        named.id,
        containment.whole_id AS group_id,
        true AS aimed
    FROM named
    JOIN containment ON containment.part_id = named.actor_id
    WHERE containment.whole_id IS DISTINCT FROM (SELECT all_countries FROM tracker)

    UNION ALL

    SELECT
        listed.origin,
        listed.id,
        containment.whole_id AS group_id,
        true AS aimed
    FROM (
        SELECT
            *,
            count(*) OVER (PARTITION BY origin, id) AS n
        FROM named
    ) AS listed
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
        listed.origin,
        listed.id,
        listed.n,
        containment.whole_id
    HAVING count(DISTINCT listed.actor_id) = listed.n
),

fields AS (
    SELECT
        patterns.origin,
        patterns.id,
        initiative_focus_areas.focus_area_id
    FROM patterns
    JOIN initiative_focus_areas
        ON patterns.origin = 'initiative'
        AND initiative_focus_areas.initiative_id = patterns.id

    UNION ALL

    SELECT
        patterns.origin,
        patterns.id,
        commitment_focus_areas.focus_area_id
    FROM patterns
    JOIN commitment_focus_areas
        ON patterns.origin = 'commitment'
        AND commitment_focus_areas.commitment_id = patterns.id
),

-- Each pair once before they are joined: what is offered, and to whom.
offered AS (
    SELECT DISTINCT
        fields.origin,
        fields.id,
        focus_area_ancestors.ancestor_id AS focus_area_id
    FROM fields
    JOIN focus_area_ancestors ON focus_area_ancestors.focus_area_id = fields.focus_area_id
),

served AS (
    SELECT
        origin,
        id,
        group_id,
        bool_or(aimed) AS aimed
    FROM reached
    GROUP BY ALL
)

SELECT
    served.origin,
    served.id AS pattern_id,
    offered.focus_area_id,
    served.group_id,
    served.aimed
FROM served
JOIN offered ON offered.origin = served.origin AND offered.id = served.id
ORDER BY served.origin, pattern_id, offered.focus_area_id, served.group_id

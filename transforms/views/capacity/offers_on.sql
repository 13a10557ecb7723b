-- One row per offer on the day, focus area and group of countries it reaches: initiatives that run,
-- and commitments made whose text still stands. An offer for a group reaches the groups inside it
-- in general, and is aimed at that group and at those that contain it, except at all countries; an
-- offer for single countries is aimed at a group that contains them all. It offers in its own focus
-- areas and in the broader ones.
-- key: origin, id, focus_area_id, group_id
-- parameters: day DATE, developing_as VARCHAR := NULL
--
-- origin: [offer_origin] 'initiative' or 'commitment'.
-- id: Key of the initiative or commitment.
-- focus_area_id: Focus area in which it offers something.
-- group_id: -> actors Group of countries that it reaches.
-- aimed: True if it names the group or a part of it, false if only a wider group.
-- status: [assessment_status] Status of the commitment on the day; empty for an initiative.

WITH running AS MATERIALIZED (
    SELECT
        'initiative' AS origin,
        initiative_id AS id,
        NULL AS status
    FROM initiatives_running_on(day)
    WHERE runs

    UNION ALL

    SELECT
        'commitment' AS origin,
        commitments.id,
        coalesce(latest.status, 'not_assessed') AS status
    FROM commitments
    JOIN instruments_on(day) AS texts ON texts.instrument_id = commitments.instrument_id
    LEFT JOIN latest_assessments_on(day) AS latest ON latest.commitment_id = commitments.id
    WHERE
        texts.standing = 'made'
        AND texts.stands
),

named AS MATERIALIZED (
    SELECT
        'initiative' AS origin,
        initiative_id AS id,
        actor_id
    FROM initiative_reach

    UNION ALL

    SELECT
        'commitment' AS origin,
        commitment_id AS id,
        actor_id
    FROM commitment_beneficiaries
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
        'initiative' AS origin,
        initiative_id AS id,
        focus_area_id
    FROM initiative_focus_areas

    UNION ALL

    SELECT
        'commitment' AS origin,
        commitment_id AS id,
        focus_area_id
    FROM commitment_focus_areas
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
    running.origin,
    running.id,
    offered.focus_area_id,
    served.group_id,
    served.aimed,
    running.status
FROM running
JOIN served ON served.origin = running.origin AND served.id = running.id
JOIN offered ON offered.origin = running.origin AND offered.id = running.id
ORDER BY running.origin, running.id, offered.focus_area_id, served.group_id

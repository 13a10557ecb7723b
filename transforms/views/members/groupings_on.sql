-- One row per actor and each body or group it is in on the day, certainly or possibly: directly, or
-- because a group of countries it is in is part of a wider one. Every state is in the group of all
-- countries, and the members of the group that is given to stand for the developing countries, else
-- of those that `tracker.toml` names, are in theirs.
-- key: member_id, group_id
-- parameters: day DATE, developing_as VARCHAR := NULL
--
-- group_id: -> actors The body or group.
-- group: Its name.
-- group_kind: [actor_kind] What kind of actor it is.
-- steps: How many wider groups lie between; 0 for a membership of its own.
-- certainty: [certainty] 'certain' or 'possible', as the membership it rests on.
-- derivation: 'declared' for a declared membership of its own, else 'derived'.

WITH direct AS (
    SELECT
        member_id,
        organization_id,
        body_kind,
        certainty_on(
            joined_on_earliest, joined_on_latest, certain_until, left_on_latest, day
        ) AS certainty,
        derivation,
        source_id,
        locator
    FROM participations
    WHERE
        counted
        AND organization_id IS NOT NULL
        AND certainty IS NOT NULL
),

widened AS (
    SELECT
        direct.member_id,
        actor_ancestors.ancestor_id AS group_id,
        actor_ancestors.steps,
        direct.certainty,
        CASE WHEN actor_ancestors.steps = 0 THEN direct.derivation ELSE 'derived' END AS derivation,
        direct.source_id,
        direct.locator
    FROM direct
    JOIN actor_ancestors ON actor_ancestors.actor_id = direct.organization_id
    JOIN actors AS wider ON wider.id = actor_ancestors.ancestor_id
    WHERE
        actor_ancestors.steps = 0
        OR (
            direct.body_kind = 'country_group'
            AND wider.kind = 'country_group'
            -- Where groups stand for the developing countries, no others are part of these.
            AND (
                wider.id IS DISTINCT FROM (SELECT developing_countries FROM tracker)
                OR NOT EXISTS (FROM developing_groups(developing_as := developing_as))
            )
        )

    UNION ALL

    SELECT
        id AS member_id,
        (SELECT all_countries FROM tracker) AS group_id,
        99 AS steps,
        'certain' AS certainty,
        'derived' AS derivation,
        source_id,
        locator
    FROM actors
    WHERE kind = 'state'

    UNION ALL

    -- The group that no list defines has the members of those that stand for it.
    SELECT
        direct.member_id,
        (SELECT developing_countries FROM tracker) AS group_id,
        98 AS steps,
        direct.certainty,
        'derived' AS derivation,
        direct.source_id,
        direct.locator
    FROM direct
    JOIN developing_groups(developing_as := developing_as) AS standing
        ON standing.group_id = direct.organization_id
)

SELECT
    widened.member_id,
    widened.group_id,
    groups.name_{language} AS group_{language},
    groups.kind AS group_kind,
    widened.steps,
    widened.certainty,
    widened.derivation,
    widened.source_id,
    widened.locator
FROM widened
JOIN actors AS groups ON groups.id = widened.group_id
-- A window, and no DISTINCT ON, so that of one member only its own rows are looked at.
QUALIFY row_number() OVER (
    PARTITION BY widened.member_id, widened.group_id
    ORDER BY
        widened.steps,
        widened.certainty,
        widened.derivation,
        widened.source_id,
        widened.locator
) = 1
ORDER BY widened.member_id, widened.group_id

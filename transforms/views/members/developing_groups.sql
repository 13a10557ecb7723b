-- One row per group of countries whose members stand for the developing countries, of whom no list
-- is agreed: the group given, else those that `tracker.toml` names, each with the groups inside it.
-- key: group_id
-- parameters: developing_as VARCHAR := NULL
--
-- group_id: -> actors The group.

SELECT DISTINCT actor_ancestors.actor_id AS group_id
FROM actor_ancestors
JOIN actors
    ON actors.id = actor_ancestors.actor_id
    AND actors.kind = 'country_group'
JOIN tracker
    ON CASE
        WHEN developing_as IS NULL
            THEN list_contains(tracker.developing_countries_as, actor_ancestors.ancestor_id)
        ELSE actor_ancestors.ancestor_id = developing_as
    END
ORDER BY group_id

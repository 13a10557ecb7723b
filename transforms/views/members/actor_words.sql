-- One row per actor: all its names in both languages as one line to search in.
-- key: actor_id
--
-- actor_id: The actor.
-- folded: Names, acronyms and aliases: lower case, no accents, œ as oe, plain apostrophes.

WITH aliases AS (
    SELECT
        actor_id,
        string_agg(name, ' ' ORDER BY name, language) AS names
    FROM actor_names
    GROUP BY ALL
)

SELECT
    actors.id AS actor_id,
    search_text(concat_ws(
        ' ',
        actors.name_{language},
        actors.acronym_{language},
        aliases.names
    )) AS folded
FROM actors
LEFT JOIN aliases ON aliases.actor_id = actors.id
ORDER BY actors.id

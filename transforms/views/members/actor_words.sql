-- en: One row per actor: all its names in both languages as one line to search in.
-- fr: Une ligne par acteur : tous ses noms dans les deux langues, en une ligne où chercher.
-- key: actor_id
--
-- actor_id: The actor. | L'acteur.
-- folded: Names, acronyms and aliases: lower case, no accents, œ as oe, plain apostrophes. | Noms,
-- sigles et autres noms : minuscules, sans accents, œ écrit oe, apostrophes droites.

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
        actors.name_en,
        actors.name_fr,
        actors.acronym_en,
        actors.acronym_fr,
        aliases.names
    )) AS folded
FROM actors
LEFT JOIN aliases ON aliases.actor_id = actors.id
ORDER BY actors.id

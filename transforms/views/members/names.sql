-- en: One row per name of an actor or instrument: official names, short titles, acronyms, symbols,
-- aliases and wrong names in use, in each language.
-- fr: Une ligne par nom d'un acteur ou d'un instrument : noms officiels, titres courts, sigles,
-- cotes, autres noms et noms erronés en usage, dans chaque langue.
-- key: subject, id, name, language, kind
--
-- subject: [name_subject] Whose name it is: 'actor' or 'instrument'. | De quoi c'est le nom : «
-- actor » (acteur) ou « instrument ».
-- id: -> actors, instruments Key of the actor or instrument. | Clé de l'acteur ou de l'instrument.
-- language: Language (ISO 639-1); empty for a symbol, which has none. | Langue (ISO 639-1) ; vide
-- pour une cote, qui n'en a pas.
-- kind: [name_kind] What kind of name it is. | Nature du nom.
-- folded: Everything a search looks through: lower case, no accents, œ as oe, plain apostrophes. |
-- Tout ce que parcourt une recherche : minuscules, sans accents, œ écrit oe, apostrophes droites.

WITH gathered AS (
    SELECT 'actor' AS subject, id, name_en AS name, 'en' AS language, 'official' AS kind FROM actors
    UNION
    SELECT 'actor', id, name_fr, 'fr', 'official' FROM actors
    UNION
    SELECT 'actor', id, acronym_en, 'en', 'acronym' FROM actors
    UNION
    SELECT 'actor', id, acronym_fr, 'fr', 'acronym' FROM actors
    UNION
    SELECT 'actor', actor_id, name, language, kind FROM actor_names
    UNION
    SELECT 'instrument', id, title_en, 'en', 'official' FROM instruments
    UNION
    SELECT 'instrument', id, title_fr, 'fr', 'official' FROM instruments
    UNION
    SELECT 'instrument', id, short_title_en, 'en', 'short' FROM instruments
    UNION
    SELECT 'instrument', id, short_title_fr, 'fr', 'short' FROM instruments
    UNION
    SELECT 'instrument', id, symbol, NULL, 'symbol' FROM instruments
    UNION
    SELECT 'instrument', instrument_id, name, language, kind FROM instrument_names
)

SELECT
    subject,
    id,
    name,
    language,
    kind,
    search_text(name) AS folded
FROM gathered
WHERE name IS NOT NULL
ORDER BY subject, id, language NULLS LAST, kind, name

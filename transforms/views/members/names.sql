-- One row per name of an actor or instrument: official names, short titles, acronyms, symbols,
-- aliases and wrong names in use, in each language.
-- key: subject, id, name, language, kind
-- stored: subject, id, language, kind, name
-- indexed: name
--
-- subject: [name_subject] Whose name it is: 'actor' or 'instrument'.
-- id: -> actors, instruments Key of the actor or instrument.
-- language: Language (ISO 639); empty for a symbol, which has none.
-- kind: [name_kind] What kind of name it is.
-- folded: Everything a search looks through: lower case, no accents, œ as oe, plain apostrophes.

WITH gathered AS (
    SELECT 'actor' AS subject, actor_id AS id, name, language, kind FROM actor_names
    UNION
    SELECT 'instrument', instrument_id, name, language, kind FROM instrument_names
    UNION
    SELECT 'instrument', id, symbol, NULL, 'symbol' FROM instruments
    UNION SELECT 'actor', id, name_{language}, '{language}', 'official' FROM actors
    UNION SELECT 'actor', id, acronym_{language}, '{language}', 'acronym' FROM actors
    UNION SELECT 'instrument', id, title_{language}, '{language}', 'official' FROM instruments
    UNION SELECT 'instrument', id, short_title_{language}, '{language}', 'short' FROM instruments
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

-- en: One row per text: all its names in both languages as one line to search in.
-- fr: Une ligne par texte : tous ses noms dans les deux langues, en une ligne où chercher.
-- key: instrument_id
--
-- instrument_id: The text. | Le texte.
-- folded: Symbol, titles and aliases: lower case, no accents, œ as oe, plain apostrophes. | Cote,
-- titres et autres noms : minuscules, sans accents, œ écrit oe, apostrophes droites.

WITH aliases AS (
    SELECT
        instrument_id,
        string_agg(name, ' ' ORDER BY name, language) AS names
    FROM instrument_names
    GROUP BY ALL
)

SELECT
    instruments.id AS instrument_id,
    search_text(concat_ws(
        ' ',
        instruments.symbol,
        instruments.title_en,
        instruments.title_fr,
        instruments.short_title_en,
        instruments.short_title_fr,
        aliases.names
    )) AS folded
FROM instruments
LEFT JOIN aliases ON aliases.instrument_id = instruments.id
ORDER BY instruments.id

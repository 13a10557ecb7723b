-- One row per text: all its names in both languages as one line to search in.
-- key: instrument_id
--
-- instrument_id: The text.
-- folded: Symbol, titles and aliases: lower case, no accents, œ as oe, plain apostrophes.

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
        instruments.title_{language},
        instruments.short_title_{language},
        aliases.names
    )) AS folded
FROM instruments
LEFT JOIN aliases ON aliases.instrument_id = instruments.id
ORDER BY instruments.id

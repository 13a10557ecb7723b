-- One row per country and another one whose name holds all words of its own, or the other way
-- round, so that a reader may take one for the other.
-- key: country_id, other_id
-- stored: country_id, other_id
--
-- country_id: -> actors The country.
-- other_id: -> actors The country with a similar name.

WITH words AS (
    SELECT
        id,
        language,
        word,
        count(*) OVER (PARTITION BY id, language) AS words
    FROM (
        SELECT DISTINCT
            names.id,
            names.language,
            unnest(string_split(folded_words(names.name), ' ')) AS word
        FROM names
        JOIN countries ON countries.id = names.id
        WHERE names.subject = 'actor' AND names.kind = 'official'
    )
    WHERE NOT is_function_word(word)
),

-- Niger and Nigeria, but not Ireland and the United Kingdom, whose name has many words more.
contained AS (
    SELECT
        shorter.id,
        longer.id AS other_id
    FROM words AS shorter
    JOIN words AS longer
        ON
            longer.language = shorter.language
            AND longer.id != shorter.id
            AND longer.words <= shorter.words + 2
            AND starts_with(longer.word, shorter.word)
            AND length(longer.word) <= length(shorter.word) + 2
    GROUP BY shorter.id, longer.id, shorter.language, shorter.words
    HAVING count(DISTINCT shorter.word) = shorter.words
)

SELECT id AS country_id, other_id FROM contained
UNION
SELECT other_id, id FROM contained
ORDER BY country_id, other_id

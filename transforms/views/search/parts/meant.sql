-- What a token can stand for: itself, another form, a beginning, a word that texts use for it.
near AS MATERIALIZED (
    SELECT
        content.token,
        search_words.word,
        search_words.spelling,
        search_words.documents,
        CASE
            WHEN search_words.spelling = content.token THEN 1
            WHEN length(content.token) > 3 AND search_words.stem = content.stem THEN 0.92
            -- What texts have another word for is rarely the beginning of a third: "argent", "Argentina".
            WHEN content.token IN (SELECT search_synonyms.word FROM search_synonyms) THEN 0.4
            WHEN NOT starts_with(search_words.spelling, content.token) THEN 0.65
            ELSE 0.6 + 0.3 * length(content.token) / length(search_words.spelling)
        END AS quality
    FROM content
    JOIN search_words ON search_words.beginning = left(content.token, 3)
    WHERE
        -- What says something is no other form of a word that says nothing.
        (content.is_function OR NOT search_words.is_function)
        AND (
            search_words.spelling = content.token
            OR NOT content.is_number AND length(content.token) >= 3 AND (
                starts_with(search_words.spelling, content.token)
                OR length(content.token) > 3 AND search_words.stem = content.stem
                OR length(content.stem) > 3
                AND length(search_words.stem) < 1.5 * length(content.stem)
                AND starts_with(search_words.stem, content.stem)
            )
        )

    UNION ALL

    SELECT
        content.token,
        search_words.word,
        search_words.spelling,
        search_words.documents,
        0.95 AS quality
    FROM content
    JOIN search_synonyms ON search_synonyms.word IN (content.token, content.written)
    JOIN search_words ON search_words.spelling = search_synonyms.synonym
),

-- Only what stands for nothing is taken for a slip, whose first letter is right.
distances AS (
    SELECT
        content.token,
        search_words.word,
        search_words.spelling,
        search_words.documents,
        damerau_levenshtein(content.token, search_words.spelling) AS distance
    FROM content
    JOIN search_words ON left(search_words.beginning, 1) = left(content.token, 1)
    WHERE
        content.token NOT IN (SELECT token FROM near)
        AND length(content.token) >= 5
        AND NOT content.is_number
        AND NOT search_words.is_function
        AND abs(length(search_words.spelling) - length(content.token)) <= 2
),

slips AS (
    SELECT
        token,
        word,
        spelling,
        documents,
        CASE WHEN distance = 1 THEN 0.7 ELSE 0.55 END AS quality
    FROM distances
    WHERE distance <= CASE WHEN length(token) >= 8 THEN 2 ELSE 1 END
    QUALIFY distance = min(distance) OVER (PARTITION BY token)
),

meant AS MATERIALIZED (
    SELECT token, word, spelling, documents, max(quality)::FLOAT AS quality
    FROM (FROM near UNION ALL FROM slips)
    GROUP BY ALL
),

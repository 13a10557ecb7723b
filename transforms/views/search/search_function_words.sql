-- One row per word that says nothing of what a text is about: an article, a preposition, a question.
-- It counts as one without its accents too, but not with others: "où" and "ou", not "dû".
-- key: word
-- stored: word
--
-- word: The word, in small letters.
-- languages: Languages (ISO 639-1) in which it is one.

SELECT
    word,
    list(DISTINCT language ORDER BY language) AS languages
FROM (
    VALUES
    (NULL, NULL),
{% for language in languages %}
{% for word in language.function_words %}
    ('{{ word }}', '{{ language.code }}'),
{% endfor %}
{% endfor %}
) AS words (word, language)
WHERE word IS NOT NULL
GROUP BY word
ORDER BY word

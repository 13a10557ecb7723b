-- One row per word that says nothing of what a text is about: an article, a preposition, a question.
-- It counts as one without its accents too, but not with others: "où" and "ou", not "dû".
-- key: word
-- stored: word
--
-- word: The word, in small letters.

SELECT DISTINCT word
FROM (
    VALUES
    (NULL),
{% for word in languages | map(attribute="function_words") | sum(start=()) %}
    ('{{ word }}'),
{% endfor %}
) AS words (word)
WHERE word IS NOT NULL
ORDER BY word

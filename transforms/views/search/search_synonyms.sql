-- One row per word that somebody may type and word that texts have for it: a paragraph is "para. 3"
-- in references.
-- key: word, synonym
-- stored: word, synonym
--
-- word: The word as somebody may type it, in small letters.
-- synonym: What texts have for it, folded.

SELECT DISTINCT
    word,
    synonym
FROM (
    VALUES
    (NULL, NULL),
{% for language in languages %}
{% for word, synonym in language.synonyms %}
    ('{{ word }}', '{{ synonym }}'),
{% endfor %}
{% endfor %}
) AS pairs (word, synonym)
WHERE word IS NOT NULL
ORDER BY word, synonym

-- One row per word that references abbreviate: a paragraph is "para. 3" in the texts.
-- key: word, abbreviation
--
-- word: The word as somebody may type it, folded.
-- abbreviation: What stands for it in references.

SELECT DISTINCT
    word,
    abbreviation
FROM (
    VALUES
    (NULL, NULL),
{% for language in languages %}
{% for word, abbreviation in language.abbreviations %}
    ('{{ word }}', '{{ abbreviation }}'),
{% endfor %}
{% endfor %}
) AS pairs (word, abbreviation)
WHERE word IS NOT NULL
ORDER BY word, abbreviation

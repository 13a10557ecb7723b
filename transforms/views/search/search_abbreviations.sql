-- One row per word that somebody may type and word that texts have for it: an alias of
-- search_synonyms.
-- key: word, abbreviation
--
-- abbreviation: What texts have for it, folded.

SELECT
    word,
    synonym AS abbreviation
FROM search_synonyms
ORDER BY word, abbreviation

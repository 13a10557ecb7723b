-- The words and numbers of a text as a search compares them, in their order: folded, without signs.
-- parameters: words VARCHAR
-- returns: VARCHAR[]

written_words(replace(strip_accents(lower(words)), 'œ', 'oe'))

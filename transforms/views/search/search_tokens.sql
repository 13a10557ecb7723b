-- The words and numbers of a text as a search compares them, in their order: folded, without signs.
-- parameters: words VARCHAR
-- returns: VARCHAR[]

-- Of the signs that search_text makes plain, only the letter apostrophe would be taken for a letter.
regexp_extract_all(
    replace(replace(strip_accents(lower(words)), 'œ', 'oe'), 'ʼ', ' '),
    '[\p{L}\p{M}]+|\p{N}+'
)

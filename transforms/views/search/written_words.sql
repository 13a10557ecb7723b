-- The words and numbers of a text as it writes them, in their order: in small letters, without signs.
-- parameters: words VARCHAR
-- returns: VARCHAR[]

-- Of the signs that search_text makes plain, only the letter apostrophe would be taken for a letter.
regexp_extract_all(replace(lower(words), 'ʼ', ' '), '[\p{L}\p{M}]+|\p{N}+')

-- The words and numbers of a text as a search compares them, in their order: folded, without signs.
-- parameters: words VARCHAR
-- returns: VARCHAR[]

regexp_extract_all(replace(search_text(words), '''', ' '), '[\p{L}\p{M}]+|\p{N}+')

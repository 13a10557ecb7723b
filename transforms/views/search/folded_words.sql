-- The words and numbers of a text as a search compares them, in one text.
-- parameters: words VARCHAR
-- returns: VARCHAR

array_to_string(search_tokens(left(words, 200)), ' ')

-- The words and numbers of a text as a search compares them, separated by blanks.
-- parameters: words VARCHAR
-- returns: VARCHAR

array_to_string(search_tokens(left(words, 200)), ' ')

-- How many letters may be wrong, missing, too many or swapped in what somebody typed for it to be
-- taken for a name.
-- parameters: words VARCHAR
-- returns: INTEGER

CASE WHEN length(folded_words(words)) >= 8 THEN 2 ELSE 1 END

-- A folded word without the ending that its language may give it, so that its forms are one.
-- parameters: word VARCHAR
-- returns: VARCHAR

CASE
    WHEN length(word) < 4 THEN word
    ELSE regexp_replace(word, '^(.{3,}?)(?:{{ languages | map(attribute="endings") | sum(start=()) | join("|") }})$', '\1')
END

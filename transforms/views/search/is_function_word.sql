-- Whether a folded word says nothing of what a text is about: an article, a preposition, a question.
-- parameters: word VARCHAR
-- returns: BOOLEAN

word IN ('{{ languages | map(attribute="function_words") | sum(start=()) | unique | sort | join("', '") }}')

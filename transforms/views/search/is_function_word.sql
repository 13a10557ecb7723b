-- Whether a word says nothing of what a text is about: it is one of search_function_words.
-- parameters: word VARCHAR
-- returns: BOOLEAN

word IN (SELECT function_words.word FROM search_function_words AS function_words)

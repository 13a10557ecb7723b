-- The words of a query, each once and as search_text has them, without the signs that pasting and
-- typing put around them: quotes, commas, marks that nobody sees.
-- parameters: query VARCHAR
-- returns: VARCHAR[]

list_sort(list_distinct(list_filter(
    list_transform(
        string_split_regex(search_text(regexp_replace(query, '[\p{Mn}\p{Cf}]', '', 'g')), '\s+'),
        LAMBDA word: regexp_replace(word, '^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$', '', 'g')
    ),
    LAMBDA word: word <> ''
)))

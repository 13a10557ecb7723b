-- One row per thing whose name is nearly what somebody typed: what may have been meant where nothing
-- was found.
-- key: kind, id
-- parameters: q VARCHAR, lang VARCHAR
--
-- kind: [record_kind, search_kind] What kind of thing it is.
-- id: -> commitments, instruments, actors, initiatives, focus_areas, appointments, sources,
-- milestones Key of its row.
-- title: What it is called, in the language asked for.
-- language: Language (ISO 639-1) of the title: a source is called as it calls itself.
-- name: The name that is nearly what was typed.
-- url: Address of its page, from the root of the site.

WITH typed AS (
    SELECT array_to_string(search_tokens(left(q, 200)), ' ') AS words
),

-- Each text once, however many things are called so.
names AS (
    SELECT
        search_phrases.phrase,
        search_phrases.words AS name,
        damerau_levenshtein(typed.words, array_to_string(search_tokens(search_phrases.words), ' ')) AS distance
    FROM search_phrases
    CROSS JOIN typed
    WHERE
        length(typed.words) BETWEEN 5 AND 60
        AND abs(length(search_phrases.words) - length(q)) <= 3
),

near AS (
    SELECT
        search_fields.document,
        names.name,
        names.distance
    FROM names
    JOIN search_fields USING (phrase)
    WHERE
        search_fields.is_name
        AND names.distance <= CASE WHEN (SELECT length(words) FROM typed) >= 8 THEN 2 ELSE 1 END
    QUALIFY names.distance = min(names.distance) OVER ()
),

nearest AS (
    SELECT
        document,
        arg_min(name, distance) AS name
    FROM near
    GROUP BY document
)

SELECT
    search_documents.kind,
    search_documents.id,
    CASE
        WHEN lang = '{language}' THEN search_documents.title_{language}
        ELSE search_documents.title_{first}
    END AS title,
    CASE
        WHEN search_documents.own_language IS NOT NULL THEN search_documents.own_language
        WHEN lang = '{language}' THEN '{language}'
        ELSE '{first}'
    END AS language,
    nearest.name,
    record_address(search_documents.kind, search_documents.id) AS url
FROM nearest
JOIN search_documents USING (document)
WHERE search_documents.kind <> 'list'
QUALIFY row_number() OVER (ORDER BY search_documents.mentions DESC, search_documents.document) <= 3
ORDER BY search_documents.mentions DESC, search_documents.kind, search_documents.id

-- One row per thing whose name is nearly what somebody typed: what may have been meant where nothing
-- was found.
-- key: kind, id
-- parameters: q VARCHAR, lang VARCHAR
--
-- id: -> commitments, instruments, actors, initiatives, focus_areas, appointments, sources,
-- milestones Key of its row.
-- title: What it is called, in the language asked for.
-- language: Language (ISO 639-1) of the title: a source is called as it calls itself.
-- name: The name that is nearly what was typed.
-- url: Address of its page, from the root of the site.

WITH
-- Each text once, however many things are called so; only what can be near is compared. What is typed
-- stands here again and again, as one value: joined to it, every block would be read.
comparable AS MATERIALIZED (
    SELECT
        phrase,
        name
    FROM search_names
    WHERE
        length(folded_words(q)) BETWEEN 5 AND 60
        AND length BETWEEN length(folded_words(q)) - edits_forgiven(q) AND length(folded_words(q)) + edits_forgiven(q)
        AND bit_count(xor(letters, search_letters(folded_words(q)))) <= 2 * edits_forgiven(q)
),

distances AS (
    SELECT
        phrase,
        damerau_levenshtein(folded_words(q), name) AS distance
    FROM comparable
),

near AS (
    SELECT
        search_fields.document,
        search_phrases.words AS name,
        distances.distance
    FROM distances
    JOIN search_phrases USING (phrase)
    JOIN search_fields USING (phrase)
    WHERE
        search_fields.is_name
        AND distances.distance <= edits_forgiven(q)
    QUALIFY distances.distance = min(distances.distance) OVER ()
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

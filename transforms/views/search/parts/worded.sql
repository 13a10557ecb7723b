spelled AS (
    SELECT
        document,
        string_agg(spelling, ' ' ORDER BY position) AS words
    FROM (
        SELECT
            hits.document,
            weights.position,
            arg_max(hits.spelling, hits.quality * hits.weight) AS spelling
        FROM hits
        JOIN weights USING (token)
        SEMI JOIN placed USING (document)
        GROUP BY ALL
    )
    GROUP BY document
),

-- What was typed and a thing does not have, as it was typed.
lacking AS (
    SELECT
        placed.document,
        string_agg(weights.written, ' ' ORDER BY weights.position) AS missing
    FROM placed
    JOIN weights ON placed.bits & weights.bit = 0
    GROUP BY placed.document
),

-- By themselves, and not beside all that is placed: so a scan reads only the blocks that it needs.
values_named AS (
    SELECT
        search_documents.document,
        search_documents.title_{language}
    FROM search_documents
    JOIN (
        SELECT DISTINCT unnest([first_value, second_value]) AS document
        FROM placed
    ) AS chosen USING (document)
),

texts_named AS (
    SELECT
        search_fields.field,
        search_fields.role,
        search_fields.is_name,
        search_phrases.words
    FROM search_fields
    JOIN (SELECT field FROM placed) AS chosen USING (field)
    JOIN search_phrases USING (phrase)
),

titled AS (
    SELECT
        placed.*,
        things.id AS thing_id,
        things.own_language,
        spelled.words,
        lacking.missing,
        narrowed.heading,
        CASE
            WHEN lang = '{language}' THEN things.title_{language}
            ELSE things.title_{first}
        END AS thing,
        CASE
            WHEN lang = '{language}' THEN firsts.title_{language}
            ELSE firsts.title_{first}
        END AS first_title,
        CASE
            WHEN lang = '{language}' THEN seconds.title_{language}
            ELSE seconds.title_{first}
        END AS second_title,
        CASE
            WHEN lang = '{language}' THEN things.remark_{language}
            ELSE things.remark_{first}
        END AS remark
    FROM placed
    JOIN search_documents AS things ON things.document = placed.document
    LEFT JOIN search_lists AS narrowed ON narrowed.id = things.id AND placed.first_value IS NOT NULL
    LEFT JOIN values_named AS firsts ON firsts.document = placed.first_value
    LEFT JOIN values_named AS seconds ON seconds.document = placed.second_value
    LEFT JOIN spelled ON spelled.document = placed.document
    LEFT JOIN lacking ON lacking.document = placed.document AND placed.list IS NULL
),

explained AS (
    SELECT
        titled.*,
        texts_named.is_name,
        texts_named.words AS text,
        CASE
            WHEN lang = '{language}' THEN vocabularies.label_{language}
            ELSE vocabularies.label_{first}
        END AS label,
        CASE
            WHEN titled.own_language IS NOT NULL THEN titled.own_language
            WHEN lang = '{language}' THEN '{language}'
            ELSE '{first}'
        END AS language_of_title,
        CASE WHEN titled.list IS NULL OR titled.is_of_year THEN limits.day END AS as_of,
        CASE WHEN titled.is_of_year THEN limits.year END AS year,
        CASE WHEN titled.list IS NOT NULL AND NOT (titled.is_of_year AND limits.day IS NOT NULL) THEN limits.year END AS year_of_list
    FROM titled
    CROSS JOIN limits
    LEFT JOIN texts_named ON texts_named.field = titled.field
    JOIN vocabularies
        ON vocabularies.vocabulary IN ('name_kind', 'search_role')
        AND vocabularies.code = coalesce(texts_named.role, 'list')
)

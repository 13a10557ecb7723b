-- Lists: what a page lists, by the things that the other words name.
named AS (
    SELECT
        hits.document,
        hits.token,
        any_value(weights.position) AS position,
        max(hits.quality * hits.weight) * any_value(weights.idf) AS score
    FROM hits
    JOIN weights USING (token)
    WHERE hits.composes AND hits.quality >= 0.7 AND NOT weights.is_year
    GROUP BY ALL
),

parts AS MATERIALIZED (
    SELECT
        search_documents.document,
        search_documents.kind,
        search_documents.id,
        search_documents.serves,
        list(named.token ORDER BY named.token) AS tokens,
        min(named.position) AS position,
        (sum(named.score) + 0.8 * any_value(focused.focus)) * any_value(focused.lead) AS total,
        any_value(focused.is_whole) AS is_whole
    FROM named
    JOIN search_documents USING (document)
    JOIN focused USING (document)
    GROUP BY ALL
),

-- Lists that a question means, of whatever its words are: "who is in"; and which of them the question
-- takes from what was typed: "who pays".
asked AS (
    SELECT
        search_questions.id,
        list_distinct(flatten(list(list_intersect(search_questions.tokens, words.tokens)))) AS tokens
    FROM search_questions
    CROSS JOIN (SELECT concat(' ', string_agg(token, ' ' ORDER BY position), ' ') AS words FROM sequence) AS whole
    CROSS JOIN (SELECT list(token) AS tokens FROM content) AS words
    CROSS JOIN limits
    WHERE
        CASE
            -- A day without another word.
            WHEN search_questions.tokens = [] THEN limits.day IS NOT NULL AND limits.tokens = 0
            ELSE contains(whole.words, search_questions.question)
        END
    GROUP BY search_questions.id
),

-- Few lists are named, meant by a question, or the whole list of a page.
meant_lists AS (
    SELECT id FROM parts WHERE kind = 'list'
    UNION ALL
    SELECT id FROM asked
    UNION ALL
    SELECT page FROM search_list_filters WHERE alone
),

bases AS (
    SELECT
        search_lists.id,
        search_lists.page,
        coalesce(search_lists.needs_filter, false) AS needs_filter,
        search_documents.document,
        parts.document IS NOT NULL OR asked.id IS NOT NULL AS is_named,
        asked.id IS NOT NULL AS is_asked,
        list_distinct(flatten([parts.tokens, pages.tokens, asked.tokens])) AS tokens,
        -- A question says more than names that have its words.
        coalesce(parts.total, 0) * search_documents.factor
        + coalesce((1 + 2 * len(asked.tokens)) * (SELECT max(idf) FROM weights), 0) AS total
    FROM search_lists
    JOIN search_documents ON search_documents.kind = 'list' AND search_documents.id = search_lists.id
    SEMI JOIN meant_lists ON meant_lists.id = search_documents.id
    LEFT JOIN parts ON parts.document = search_documents.document
    LEFT JOIN parts AS pages ON pages.kind = 'list' AND pages.id = coalesce(search_lists.within, search_lists.page)
    LEFT JOIN asked ON asked.id = search_lists.id
    -- Who is in does not answer who is not, nor the other way round.
    ANTI JOIN (
        SELECT opposites.instead_of AS id
        FROM search_lists AS opposites
        JOIN asked AS questions ON questions.id = opposites.id
    ) AS others ON others.id = search_lists.id
    WHERE search_lists.instead_of IS NULL OR asked.id IS NOT NULL
),

values_of AS (
    SELECT
        unnest(serves) AS parameter,
        document,
        id,
        kind,
        tokens,
        position,
        total,
        is_whole
    FROM parts
    WHERE len(serves) > 0
),

filters AS MATERIALIZED (
    FROM values_of
    -- Words that name a list together name no filter by one of them: "prochaine réunion", not "Réunion".
    ANTI JOIN (
        SELECT bases.tokens
        FROM bases
        SEMI JOIN search_list_filters USING (page)
        WHERE bases.is_named
    ) AS longer
        ON len(longer.tokens) > len(values_of.tokens) AND list_has_all(longer.tokens, values_of.tokens)
    QUALIFY row_number() OVER (PARTITION BY parameter ORDER BY total DESC, id) <= 8
),

combined AS (
    SELECT
        bases.id,
        bases.document,
        NULL::INTEGER AS first_value,
        NULL::INTEGER AS second_value,
        bases.tokens,
        bases.is_asked,
        bases.total
    FROM bases
    WHERE bases.is_named AND NOT bases.needs_filter

    UNION ALL

    SELECT
        bases.id || CASE WHEN contains(bases.id, '?') THEN '&' ELSE '?' END
        || search_list_filters.parameter || '=' || filters.id AS id,
        bases.document,
        filters.document AS first_value,
        NULL::INTEGER AS second_value,
        list_distinct(list_concat(bases.tokens, filters.tokens)) AS tokens,
        bases.is_asked,
        bases.total + filters.total AS total
    FROM bases
    JOIN search_list_filters USING (page)
    JOIN filters ON filters.parameter = bases.page || '.' || search_list_filters.parameter
    WHERE
        search_list_filters.second IS NULL
        AND bases.is_named
        AND NOT list_has_all(bases.tokens, filters.tokens)
        AND (len(bases.tokens) = 0 OR NOT list_has_all(filters.tokens, bases.tokens))

    UNION ALL

    SELECT
        bases.id || CASE WHEN contains(bases.id, '?') THEN '&' ELSE '?' END
        || search_list_filters.parameter || '=' || filters.id
        || CASE WHEN search_list_filters.is_listed THEN '' ELSE '&' || search_list_filters.second || '=' || others.id END AS id,
        bases.document,
        filters.document AS first_value,
        CASE WHEN NOT search_list_filters.is_listed THEN others.document END AS second_value,
        list_distinct(list_concat(bases.tokens, filters.tokens, others.tokens)) AS tokens,
        bases.is_asked,
        -- What names both, as that one joined the other, says more than a list that may not have it.
        (bases.total + filters.total + others.total)
        * CASE
            WHEN NOT search_list_filters.is_listed THEN 1
            WHEN (SELECT bool_or(has_enough) FROM enough) THEN CASE WHEN bases.is_named THEN 0.6 ELSE 0.4 END
            -- A country and a text: rather whether it signed than what binds it.
            ELSE 1.01
        END AS total
    FROM bases
    JOIN search_list_filters USING (page)
    JOIN filters ON filters.parameter = bases.page || '.' || search_list_filters.parameter
    JOIN filters AS others ON others.parameter = bases.page || '.' || search_list_filters.second
    WHERE
        filters.document <> others.document
        AND NOT list_has_any(filters.tokens, others.tokens)
        -- A word that names the list names no filter of it.
        AND NOT list_has_all(bases.tokens, filters.tokens)
        AND NOT list_has_all(bases.tokens, others.tokens)
        AND (
            bases.is_named
            OR search_list_filters.alone
            AND bases.id = bases.page
            AND (in_full = 0 OR others.is_whole AND (in_full = 1 OR filters.is_whole))
            -- Two of a kind stand in the order in which they were typed.
            AND (filters.kind <> others.kind OR filters.position < others.position)
        )
),

lists AS (
    SELECT
        combined.* EXCLUDE (id, total),
        replace(combined.id, '%Y', coalesce(limits.year, '')) AS id,
        -- A filter by the year says more than the day on which a list is shown.
        combined.total + CASE WHEN contains(combined.id, '%Y') THEN coalesce(limits.idf_of_year, 1) ELSE 0 END AS total,
        limits.year IS NOT NULL AND NOT contains(combined.id, '%Y') AS is_of_year
    FROM combined
    CROSS JOIN limits
    WHERE
        (
            len(combined.tokens) >= limits.tokens_of_lists
            -- It is told of no body by itself: who is not in.
            OR combined.id IN (SELECT id FROM search_lists WHERE instead_of IS NOT NULL)
        )
        AND (limits.tokens_of_lists > 0 OR combined.is_asked)
        AND (limits.year IS NOT NULL OR NOT contains(combined.id, '%Y'))
    QUALIFY row_number() OVER (ORDER BY total DESC, id) <= 5
),

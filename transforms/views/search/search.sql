-- One row per thing or list that the words somebody types find, best first.
-- key: rank
-- parameters: q VARCHAR, lang VARCHAR
--
-- rank: Its place, from 1.
-- kind: [record_kind, search_kind] What kind of thing it is.
-- id: Key of its row; of a list its address.
-- title: What it is called, in the language asked for.
-- language: Language (ISO 639-1) of the title: a source is called as it calls itself.
-- matched: The name that was meant, or the words that were found.
-- why: Which text has them, and what a reader must know beside it.
-- url: Address of its page, from the root of the site.
-- of_kind: How many of its kind were found, these included that are not listed.

WITH typed AS MATERIALIZED (
    SELECT
        token,
        min(position) AS position
    FROM (
        SELECT
            unnest(tokens) AS token,
            generate_subscripts(tokens, 1) AS position
        FROM (SELECT search_tokens(left(q, 200))[:24] AS tokens)
    )
    GROUP BY token
),

judged AS MATERIALIZED (
    SELECT
        token,
        position,
        is_function_word(token) AS is_function,
        token ~ '^\p{N}.*' AS is_number
    FROM typed
),

-- Function words count only where there is nothing else: WHO is an organization.
content AS MATERIALIZED (
    SELECT
        token,
        position,
        is_number,
        coalesce(try_cast(token AS INTEGER) BETWEEN 1900 AND 2100, false) AS is_year,
        word_stem(token) AS stem
    FROM judged
    WHERE
        NOT is_function
        OR (SELECT bool_and(every.is_function) FROM judged AS every)
        -- The letter of a paragraph.
        OR length(token) = 1 AND position - 1 IN (SELECT before.position FROM judged AS before WHERE before.is_number)
),

-- What a token can stand for: itself, another form, a beginning, an abbreviation.
near AS MATERIALIZED (
    SELECT
        content.token,
        search_words.word,
        search_words.spelling,
        search_words.documents,
        CASE
            WHEN search_words.spelling = content.token THEN 1
            WHEN length(content.token) > 3 AND search_words.stem = content.stem THEN 0.92
            WHEN NOT starts_with(search_words.spelling, content.token) THEN 0.65
            ELSE 0.6 + 0.3 * length(content.token) / length(search_words.spelling)
        END AS quality
    FROM content
    JOIN search_words ON search_words.beginning = left(content.token, 3)
    WHERE
        search_words.spelling = content.token
        OR NOT content.is_number AND length(content.token) >= 3 AND (
            starts_with(search_words.spelling, content.token)
            OR length(content.token) > 3 AND search_words.stem = content.stem
            OR length(content.stem) > 3
            AND length(search_words.stem) <= length(content.stem) + 2
            AND starts_with(search_words.stem, content.stem)
        )

    UNION ALL

    SELECT
        content.token,
        search_words.word,
        search_words.spelling,
        search_words.documents,
        0.95 AS quality
    FROM content
    JOIN search_abbreviations ON search_abbreviations.word = content.token
    JOIN search_words ON search_words.spelling = search_abbreviations.abbreviation
),

-- Only what stands for nothing is taken for a slip, whose first letter is right.
distances AS (
    SELECT
        content.token,
        search_words.word,
        search_words.spelling,
        search_words.documents,
        damerau_levenshtein(content.token, search_words.spelling) AS distance
    FROM content
    JOIN search_words ON left(search_words.beginning, 1) = left(content.token, 1)
    WHERE
        content.token NOT IN (SELECT token FROM near)
        AND length(content.token) >= 5
        AND NOT content.is_number
        AND abs(length(search_words.spelling) - length(content.token)) <= 2
),

slips AS (
    SELECT
        token,
        word,
        spelling,
        documents,
        CASE WHEN distance = 1 THEN 0.7 ELSE 0.55 END AS quality
    FROM distances
    WHERE distance <= CASE WHEN length(token) >= 8 THEN 2 ELSE 1 END
    QUALIFY distance = min(distance) OVER (PARTITION BY token)
),

meant AS MATERIALIZED (
    SELECT token, word, spelling, documents, max(quality)::FLOAT AS quality
    FROM (FROM near UNION ALL FROM slips)
    GROUP BY ALL
),

-- A word that few things have says more than one that many have.
weights AS MATERIALIZED (
    SELECT
        content.token,
        content.position,
        content.is_number,
        content.is_year,
        ln(
            1 + (SELECT count(*) FROM search_documents)
            / coalesce(max(meant.documents) FILTER (meant.quality = 1), sum(meant.documents), 0.5)
        )::FLOAT AS idf
    FROM content
    LEFT JOIN meant USING (token)
    GROUP BY ALL
),

limits AS MATERIALIZED (
    SELECT
        count(*) AS tokens,
        count(*) FILTER (is_number) AS numbers,
        count(*) FILTER (NOT is_year) AS tokens_of_lists,
        sum(idf) AS idf,
        max(token) FILTER (is_year) AS year,
        max(idf) FILTER (is_year) AS idf_of_year,
        CASE WHEN bool_or(is_number) THEN 0.8 WHEN count(*) < 3 THEN 0.7 WHEN count(*) < 6 THEN 0.6 ELSE 0.42 END AS coverage
    FROM weights
),

-- Words of which what is found must have one: any number that is typed, so the rarest; or else all
-- but the commonest, of which nothing can have enough.
essential AS MATERIALIZED (
    SELECT token
    FROM weights
    QUALIFY CASE
        WHEN max(is_number) OVER () THEN is_number AND row_number() OVER (ORDER BY is_number DESC, idf DESC, token) = 1
        ELSE sum(idf) OVER (ORDER BY idf, token) >= (SELECT coverage * idf FROM limits)
    END
),

-- With several words, only what has an essential one is looked at, or what stands beside it.
several AS MATERIALIZED (
    FROM meant
    WHERE (SELECT tokens > 1 FROM limits)
),

begun AS MATERIALIZED (
    SELECT DISTINCT search_postings.document
    FROM search_postings
    JOIN (SELECT DISTINCT word FROM several SEMI JOIN essential USING (token)) AS words USING (word)
),

reached AS MATERIALIZED (
    FROM begun
    UNION
    SELECT search_contexts.document
    FROM search_contexts
    JOIN begun ON begun.document = search_contexts.context
),

relevant AS MATERIALIZED (
    FROM reached
    UNION
    SELECT search_contexts.context
    FROM search_contexts
    JOIN reached USING (document)
),

-- How well a thing has each token, and how much of the text is that token.
own AS MATERIALIZED (
    SELECT
        search_postings.document,
        several.token,
        max(several.quality * search_postings.weight) AS best,
        max(several.quality * search_postings.weight / search_postings.size) AS share
    FROM search_postings
    JOIN several USING (word)
    SEMI JOIN relevant ON relevant.document = search_postings.document
    GROUP BY ALL

    UNION ALL

    SELECT
        search_postings.document,
        single.token,
        max(single.quality * search_postings.weight) AS best,
        max(single.quality * search_postings.weight / search_postings.size) AS share
    FROM search_postings
    JOIN (FROM meant WHERE (SELECT tokens = 1 FROM limits)) AS single USING (word)
    GROUP BY ALL
),

-- Names of the text find a commitment that has the other words.
lent AS (
    SELECT
        search_contexts.document,
        own.token,
        max(own.best) * 0.5 AS best,
        0 AS share
    FROM search_contexts
    JOIN own ON own.document = search_contexts.context
    SEMI JOIN own AS having_own ON having_own.document = search_contexts.document
    WHERE (SELECT tokens > 1 FROM limits)
    GROUP BY ALL
),

found AS (
    SELECT
        document,
        token,
        max(best) AS best,
        max(share) AS share
    FROM (FROM own UNION ALL FROM lent)
    GROUP BY ALL
),

scores AS (
    SELECT
        found.document,
        sum(found.best * weights.idf) AS score,
        sum(found.share * weights.idf) * count(*) AS focus_at_most,
        sum(weights.idf) AS idf,
        count(*) FILTER (weights.is_number) AS numbers
    FROM found
    JOIN weights USING (token)
    GROUP BY ALL
),

matching AS MATERIALIZED (
    SELECT
        scores.document,
        scores.score,
        scores.numbers,
        search_documents.kind,
        (scores.score + 0.8 * least(scores.score, scores.focus_at_most)) * search_documents.factor AS total_at_most
    FROM scores
    JOIN search_documents USING (document)
    CROSS JOIN limits
    WHERE
        search_documents.kind <> 'list'
        AND scores.idf >= limits.coverage * limits.idf
        AND scores.numbers >= limits.numbers
),

counts AS MATERIALIZED (
    SELECT
        kind,
        count(*) AS of_kind
    FROM matching
    GROUP BY kind
),

-- Only what can be among the first is looked at more closely.
promising AS MATERIALIZED (
    SELECT *
    FROM matching
    ORDER BY total_at_most DESC, document
    LIMIT 2000
),

-- What lists are composed of is known by its names: of each word, what has it in the shortest.
composing AS MATERIALIZED (
    SELECT DISTINCT unnest(documents) AS document
    FROM (
        SELECT
            max_by(
                search_postings.document,
                meant.quality * search_postings.weight * (1 + 0.8 / search_postings.size)
                -- Of those alike the first.
                - search_postings.document / 1e12,
                1000
            ) AS documents
        FROM search_postings
        JOIN meant USING (word)
        WHERE search_postings.composes AND meant.quality >= 0.7
        GROUP BY meant.token
    )
),

hits AS MATERIALIZED (
    SELECT
        search_postings.document,
        search_postings.field,
        search_postings.role,
        any_value(search_postings.weight) AS weight,
        any_value(search_postings.size) AS size,
        bool_or(search_postings.leads) AS leads,
        any_value(CASE WHEN search_postings.language <> lang THEN 0.95 ELSE 1 END) AS spoken,
        meant.token,
        max(meant.quality) AS quality,
        arg_max(meant.spelling, meant.quality) AS spelling
    FROM search_postings
    JOIN meant USING (word)
    SEMI JOIN (SELECT document FROM promising UNION FROM composing) AS closer
        ON closer.document = search_postings.document
    GROUP BY ALL
),

-- A text that has little else counts more, and a name that begins with it.
fields AS (
    SELECT
        hits.document,
        hits.field,
        any_value(hits.role) AS role,
        sum(weights.idf * hits.quality) * any_value(hits.weight * hits.spoken)
        * count(*) / greatest(any_value(hits.size), count(*)) AS focus,
        CASE WHEN bool_or(hits.leads) THEN 1.08 ELSE 1 END AS lead
    FROM hits
    JOIN weights USING (token)
    GROUP BY ALL
),

focused AS MATERIALIZED (
    SELECT
        document,
        arg_max(field, focus) AS field,
        arg_max(role, focus) AS role,
        arg_max(lead, focus) AS lead,
        max(focus) AS focus
    FROM fields
    GROUP BY ALL
),

records AS MATERIALIZED (
    SELECT
        promising.document,
        focused.field,
        search_weights.is_name,
        (promising.score + 0.8 * focused.focus) * focused.lead * search_documents.factor
        -- Who types the number of a paragraph means the paragraph,
        -- and who types the words of its heading, what is called so rather than what is said of it.
        * CASE WHEN focused.role <> 'paragraph' THEN 1 WHEN promising.numbers > 0 THEN 1.8 ELSE 0.85 END
        AS total
    FROM promising
    JOIN focused USING (document)
    JOIN search_documents USING (document)
    JOIN search_weights USING (role)
),

-- Lists: what a page lists, by the things that the other words name.
named AS (
    SELECT
        hits.document,
        hits.token,
        any_value(weights.position) AS position,
        max(hits.quality * hits.weight) * any_value(weights.idf) AS score
    FROM hits
    SEMI JOIN composing USING (document)
    JOIN search_weights USING (role)
    JOIN weights USING (token)
    WHERE search_weights.is_name AND hits.quality >= 0.7 AND NOT weights.is_year
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
        (sum(named.score) + 0.8 * any_value(focused.focus)) * any_value(focused.lead) AS total
    FROM named
    JOIN search_documents USING (document)
    JOIN focused USING (document)
    GROUP BY ALL
),

bases AS (
    SELECT
        search_lists.id,
        search_lists.page,
        coalesce(search_lists.needs_filter, false) AS needs_filter,
        search_documents.document,
        parts.document IS NOT NULL AS is_named,
        list_distinct(list_concat(coalesce(parts.tokens, []), coalesce(pages.tokens, []))) AS tokens,
        coalesce(parts.total, 0) * search_documents.factor AS total
    FROM search_lists
    JOIN search_documents ON search_documents.kind = 'list' AND search_documents.id = search_lists.id
    LEFT JOIN parts ON parts.document = search_documents.document
    LEFT JOIN parts AS pages ON pages.kind = 'list' AND pages.id = search_lists.page
),

values_of AS (
    SELECT
        unnest(serves) AS parameter,
        document,
        id,
        kind,
        tokens,
        position,
        total
    FROM parts
    WHERE len(serves) > 0
),

filters AS MATERIALIZED (
    FROM values_of
    QUALIFY row_number() OVER (PARTITION BY parameter ORDER BY total DESC, id) <= 8
),

combined AS (
    SELECT
        bases.id,
        bases.document,
        NULL::INTEGER AS first_value,
        NULL::INTEGER AS second_value,
        bases.tokens,
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
        bases.total + filters.total AS total
    FROM bases
    JOIN search_list_filters USING (page)
    JOIN filters ON filters.parameter = bases.page || '.' || search_list_filters.parameter
    WHERE
        search_list_filters.second IS NULL
        AND bases.is_named
        AND NOT list_has_all(bases.tokens, filters.tokens)
        AND NOT list_has_all(filters.tokens, bases.tokens)

    UNION ALL

    SELECT
        bases.id || CASE WHEN contains(bases.id, '?') THEN '&' ELSE '?' END
        || search_list_filters.parameter || '=' || filters.id
        || '&' || search_list_filters.second || '=' || others.id AS id,
        bases.document,
        filters.document AS first_value,
        others.document AS second_value,
        list_distinct(list_concat(bases.tokens, filters.tokens, others.tokens)) AS tokens,
        bases.total + filters.total + others.total AS total
    FROM bases
    JOIN search_list_filters USING (page)
    JOIN filters ON filters.parameter = bases.page || '.' || search_list_filters.parameter
    JOIN filters AS others ON others.parameter = bases.page || '.' || search_list_filters.second
    WHERE
        filters.document <> others.document
        AND NOT list_has_any(filters.tokens, others.tokens)
        AND (
            bases.is_named
            OR search_list_filters.alone
            AND bases.id = bases.page
            -- Two of a kind stand in the order in which they were typed.
            AND (filters.kind <> others.kind OR filters.position < others.position)
        )
),

lists AS (
    SELECT
        combined.* EXCLUDE (id, total),
        replace(combined.id, '%Y', coalesce(limits.year, '')) AS id,
        -- A filter by the year says more than the day on which a list is shown.
        combined.total + CASE WHEN contains(combined.id, '%Y') THEN limits.idf_of_year ELSE 0 END AS total,
        limits.year IS NOT NULL AND NOT contains(combined.id, '%Y') AS is_of_year
    FROM combined
    CROSS JOIN limits
    WHERE
        len(combined.tokens) >= limits.tokens_of_lists
        AND limits.tokens_of_lists > 0
        AND (limits.year IS NOT NULL OR NOT contains(combined.id, '%Y'))
    QUALIFY row_number() OVER (ORDER BY total DESC, id) <= 5
),

candidates AS (
    SELECT
        document,
        field,
        total,
        NULL AS list,
        NULL AS is_of_year,
        NULL AS first_value,
        NULL AS second_value
    FROM records

    UNION ALL

    SELECT
        document,
        NULL AS field,
        total,
        id AS list,
        is_of_year,
        first_value,
        second_value
    FROM lists
),

nested AS (
    SELECT search_contexts.document
    FROM search_contexts
    JOIN records ON records.document = search_contexts.context AND records.is_name
),

ordered AS (
    SELECT
        candidates.*,
        search_documents.kind,
        search_documents.mentions,
        search_kinds.factor_alone,
        candidates.document IN (SELECT document FROM nested) AS is_nested
    FROM candidates
    JOIN search_documents USING (document)
    JOIN search_kinds USING (kind)
),

-- One word finds much: what is found with its own text or body, whose page has it, stands back, and
-- so do the further ones of a kind; those found equally well do so equally.
ranked AS (
    SELECT
        ordered.*,
        coalesce(counts.of_kind, count(*) OVER (PARTITION BY ordered.kind)) AS of_kind,
        CASE
            WHEN (SELECT tokens > 1 FROM limits) THEN total
            WHEN is_nested THEN total * 0.7
            ELSE total * factor_alone * 0.98
            ** dense_rank() OVER (PARTITION BY ordered.kind, is_nested ORDER BY round(total, 3) DESC)
        END AS placed
    FROM ordered
    LEFT JOIN counts ON counts.kind = ordered.kind
),

placed AS MATERIALIZED (
    SELECT
        *,
        row_number() OVER (ORDER BY placed DESC, mentions DESC, list, document) AS rank
    FROM ranked
    QUALIFY rank <= 50
),

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

titled AS (
    SELECT
        placed.*,
        things.id AS thing_id,
        things.own_language,
        spelled.words,
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
    LEFT JOIN search_documents AS firsts ON firsts.document = placed.first_value
    LEFT JOIN search_documents AS seconds ON seconds.document = placed.second_value
    LEFT JOIN spelled ON spelled.document = placed.document
),

explained AS (
    SELECT
        titled.*,
        search_fields.is_name,
        search_phrases.words AS text,
        CASE
            WHEN lang = '{language}' THEN vocabularies.label_{language}
            ELSE vocabularies.label_{first}
        END AS label,
        CASE
            WHEN titled.own_language IS NOT NULL THEN titled.own_language
            WHEN lang = '{language}' THEN '{language}'
            ELSE '{first}'
        END AS language_of_title,
        CASE
            WHEN titled.is_of_year
                THEN titled.list || CASE WHEN contains(titled.list, '?') THEN '&' ELSE '?' END
                || 'as_of=' || (SELECT year FROM limits)
        END AS list_of_year
    FROM titled
    LEFT JOIN search_fields ON search_fields.field = titled.field
    LEFT JOIN search_phrases ON search_phrases.phrase = search_fields.phrase
    JOIN vocabularies
        ON vocabularies.vocabulary IN ('name_kind', 'search_role')
        AND vocabularies.code = coalesce(search_fields.role, 'list')
)

SELECT
    rank::INTEGER AS rank,
    kind,
    coalesce(list_of_year, list, thing_id) AS id,
    concat_ws(' · ', thing, first_title, second_title, CASE WHEN list IS NOT NULL THEN (SELECT year FROM limits) END) AS title,
    language_of_title AS language,
    CASE WHEN is_name THEN text ELSE words END AS matched,
    concat_ws(' · ', label, remark) AS why,
    coalesce(list_of_year || '-12-31', list, record_address(kind, thing_id)) AS url,
    of_kind::INTEGER AS of_kind
FROM explained
ORDER BY rank

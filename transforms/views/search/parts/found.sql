-- Which tokens a thing has, a bit for each, so that of most things no more is worked out; and which
-- of them are a whole text of it, or nearly.
held AS MATERIALIZED (
    SELECT
        document,
        bit_or(bit) AS bits,
        bit_or(CASE WHEN quality * weight >= 0.95 * size THEN bit ELSE 0 END) AS whole
    FROM (
        SELECT
            search_postings.document,
            search_postings.weight,
            search_postings.size,
            words.bit,
            words.quality
        FROM search_postings
        JOIN (FROM words WHERE NOT is_narrowed) AS words USING (word)

        UNION ALL

        SELECT
            search_postings.document,
            search_postings.weight,
            search_postings.size,
            words.bit,
            words.quality
        FROM search_postings
        JOIN (FROM words WHERE is_narrowed) AS words USING (word)
        SEMI JOIN relevant ON relevant.document = search_postings.document
    )
    GROUP BY document
),

-- What names of others can find: of many promises few are looked for, those that events have.
lenders AS (
    SELECT
        held.document,
        held.bits
    FROM held
    CROSS JOIN limits
    WHERE held.document < limits.first_promise

    UNION ALL

    SELECT
        held.document,
        held.bits
    FROM held
    SEMI JOIN (
        SELECT search_contexts.context
        FROM search_contexts
        CROSS JOIN limits
        WHERE search_contexts.context >= limits.first_promise
    ) AS promises ON promises.context = held.document
),

-- Names of the text find a commitment that has the other words.
lent AS MATERIALIZED (
    SELECT
        search_contexts.document,
        any_value(held.bits) AS own_bits,
        any_value(held.whole) AS own_whole,
        any_value(held.bits) | bit_or(lenders.bits) AS bits
    FROM search_contexts
    JOIN lenders ON lenders.document = search_contexts.context
    JOIN held ON held.document = search_contexts.document AND lenders.bits & held.bits <> lenders.bits
    CROSS JOIN limits
    WHERE limits.tokens > 1
    GROUP BY search_contexts.document
),

-- Which sets of tokens are enough, and which are most of them where no set is enough; but who types
-- a number means that one.
sets AS (
    SELECT
        held_sets.bits,
        held_sets.whole,
        any_value(held_sets.things) AS things,
        sum(weights.idf) AS idf,
        sum(weights.idf) >= any_value(limits.coverage * limits.idf)
        AND count(*) FILTER (weights.is_number) >= any_value(limits.numbers) AS has_enough
    FROM (
        SELECT
            bits,
            whole,
            count(*) AS things
        FROM (
            SELECT
                bits,
                whole
            FROM held
            UNION ALL
            SELECT
                bits,
                0
            FROM lent
        )
        GROUP BY ALL
    ) AS held_sets
    JOIN weights ON held_sets.bits & weights.bit <> 0
    CROSS JOIN limits
    GROUP BY held_sets.bits, held_sets.whole
    HAVING
        has_enough
        OR any_value(limits.tokens) > 2
        AND CASE
            WHEN any_value(limits.numbers_but_years) = 0 THEN 2 * count(*) > any_value(limits.tokens)
            -- Of a sentence that has a number the verb may be missing: "who voted against 79/325".
            ELSE any_value(limits.is_sentence)
                AND count(*) FILTER (weights.is_number) >= any_value(limits.numbers)
                AND 2 * count(*) >= any_value(limits.tokens)
        END
        -- In a sentence one word is enough where it is a whole name; two alone are one name.
        OR any_value(limits.numbers_but_years) = 0
        AND any_value(limits.is_sentence) AND count(*) = 1 AND held_sets.whole <> 0
),

-- In large data only what has most of them is looked at more closely.
enough AS MATERIALIZED (
    SELECT
        bits,
        whole,
        has_enough,
        coalesce(
            sum(things) OVER (ORDER BY has_enough DESC, idf DESC, whole DESC, bits ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0
        ) < 50000 AS is_best
    FROM sets
    QUALIFY has_enough OR NOT bool_or(has_enough) OVER ()
),

counts AS (
    SELECT
        search_document_ranges.kind,
        count(*) AS of_kind
    FROM (
        SELECT held.document
        FROM held
        SEMI JOIN enough USING (bits, whole)

        UNION ALL

        SELECT lent.document
        FROM lent
        SEMI JOIN enough ON enough.bits = lent.bits AND enough.whole = 0
        -- These are among the former.
        ANTI JOIN enough AS own ON own.bits = lent.own_bits AND own.whole = lent.own_whole
    ) AS matching
    JOIN search_document_ranges
        ON matching.document BETWEEN search_document_ranges.first_document AND search_document_ranges.last_document
    WHERE search_document_ranges.kind <> 'list'
    GROUP BY search_document_ranges.kind
),

best AS MATERIALIZED (
    SELECT held.document
    FROM held
    JOIN enough USING (bits, whole)
    WHERE enough.is_best

    UNION

    SELECT lent.document
    FROM lent
    JOIN enough ON enough.bits = lent.bits AND enough.whole = 0
    WHERE enough.is_best
),

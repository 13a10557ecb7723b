records AS MATERIALIZED (
    SELECT
        promising.document,
        promising.bits,
        promising.kind,
        promising.mentions,
        focused.field,
        search_weights.is_name,
        (promising.score + 0.8 * focused.focus) * focused.lead * promising.factor
        -- Who types the number of a paragraph means the paragraph,
        -- and who types the words of its heading, what is called so rather than what is said of it.
        * CASE WHEN focused.role <> 'paragraph' THEN 1 WHEN promising.numbers > 0 THEN 1.8 ELSE 0.85 END
        -- And who types numbers that stand together means what has them so.
        * CASE WHEN (SELECT count(*) FROM together) = 0 THEN 1 ELSE 0.4 + 0.6 * coalesce(pairings.share, 0) ** 2 END
        AS total
    FROM promising
    JOIN focused USING (document)
    JOIN search_weights USING (role)
    LEFT JOIN pairings ON pairings.document = promising.document
),

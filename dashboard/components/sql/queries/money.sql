-- title: Which sums are aimed at, promised, planned, and which are paid?
SELECT
    coalesce(initiative_en, actor_en) AS programme_or_body,
    step,
    amount_text_en,
    amount,
    amount_to,
    currency,
    giver_en,
    as_of,
    source_id
FROM money_on($day)
ORDER BY programme_or_body, position, giver_en

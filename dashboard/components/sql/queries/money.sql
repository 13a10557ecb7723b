-- title: Which sums are aimed at, promised, planned, and which are paid?
SELECT
    initiative_en,
    step,
    said_en,
    amount,
    amount_to,
    currency,
    as_of,
    source_id
FROM money_on($day)
ORDER BY initiative_en, position

-- en: What is overdue on the day, the longest first?
-- fr: Qu'est-ce qui est en retard ce jour-là, le plus ancien d'abord ?
SELECT
    id,
    instrument_en,
    summary_en,
    due_on,
    -days_to_due AS days_late,
    status,
    verification,
    source_url,
    locator
FROM commitments_on($day)
WHERE overdue
ORDER BY days_late DESC, id

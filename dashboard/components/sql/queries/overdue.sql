-- en: What is overdue on the day, the longest first?
-- fr: Qu'est-ce qui est en retard au jour choisi, en commençant par le retard le plus long ?
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

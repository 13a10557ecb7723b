-- title: What is overdue on the day, the longest first?
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

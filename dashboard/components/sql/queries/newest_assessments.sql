-- title: What was newly judged in the year up to the day, and why?
SELECT
    as_of,
    commitment_id,
    status,
    polarity,
    confidence,
    rationale_en,
    source_title,
    source_url,
    locator
FROM assessment_history
WHERE as_of_latest BETWEEN $day - INTERVAL 1 YEAR AND $day
ORDER BY as_of_latest DESC, commitment_id

-- title: On which sources does one number rest: the commitments with one status?
-- parameter assessment_status: SELECT status FROM assessments
--     GROUP BY status ORDER BY count(*) DESC, status
SELECT
    sources.publisher,
    sources.title,
    sources.url,
    sources.read_as,
    count(*) AS assessments,
    list(assessments.commitment_id ORDER BY assessments.commitment_id) AS commitments
FROM commitments_on($day) AS made
JOIN assessments ON assessments.id = made.assessment_id
JOIN sources ON sources.id = assessments.source_id
WHERE made.status = $assessment_status
GROUP BY ALL
ORDER BY assessments DESC, sources.title

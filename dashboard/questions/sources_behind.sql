-- en: On which sources does one number rest? Here: the commitments assessed as complete.
-- fr: Sur quelles sources un nombre repose-t-il ? Ici : les engagements évalués comme achevés.
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
WHERE made.status = 'complete'
GROUP BY ALL
ORDER BY assessments DESC, sources.title

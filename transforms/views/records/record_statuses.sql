-- One row per status that the commitments of a record had on the day, from complete to not assessed:
-- those of a text, an actor, a country, a topic with those inside it; of a commitment its own.
-- key: status
-- parameters: record_kind VARCHAR, record_id VARCHAR, day DATE
--
-- status: [assessment_status] Status on the day.
-- commitments: How many of its commitments had it.

SELECT
    standing.status,
    count(*) AS commitments
FROM commitments_on(day) AS standing
WHERE
    standing.id IN (
        SELECT row_id
        FROM record_rows(record_kind, record_id, day)
        WHERE relation = 'commitments' AND belongs
    )
GROUP BY standing.status
ORDER BY code_position('assessment_status', standing.status)

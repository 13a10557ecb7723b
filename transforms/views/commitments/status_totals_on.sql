-- en: One row per status that a commitment had on the day, from complete to not assessed.
-- fr: Une ligne par état qu'avait un engagement au jour dit, d'achevé à non évalué.
-- key: status
-- parameters: day DATE
--
-- status: Status on the day. | État au jour dit.
-- commitments: How many commitments had it. | Nombre d'engagements dans cet état.

SELECT
    status,
    count(*) AS commitments
FROM commitments_on(day)
GROUP BY status
ORDER BY code_position('assessment_status', status)

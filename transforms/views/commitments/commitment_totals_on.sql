-- en: One row: how many commitments had been made by the day, in how many texts, and how they
-- stood; and how many were only proposed.
-- fr: Une ligne : combien d'engagements étaient pris au jour dit, dans combien de textes, et où ils
-- en étaient ; et combien n'étaient que proposés.
-- key: commitments
-- parameters: day DATE
--
-- commitments: How many commitments had been made. | Nombre d'engagements pris.
-- instruments: How many texts made them. | Nombre de textes qui les contiennent.
-- complete: How many of the commitments were complete. | Nombre d'engagements achevés.
-- overdue_commitments: How many were overdue. | Nombre d'engagements en retard.
-- not_judged: Of how many the deadline has passed, and whether they were met could not be judged. |
-- Nombre d'engagements échus dont on n'a pas pu juger s'ils ont été tenus.
-- due_soon: How many fell due within 90 days. | Nombre d'engagements arrivant à échéance d'ici 90
-- jours.
-- not_assessed: How many nobody had assessed. | Nombre d'engagements que personne n'avait évalués.
-- not_read: How many are known only from excerpts or from accounts by others. | Nombre
-- d'engagements connus seulement par des extraits ou des comptes rendus de tiers.
-- proposed: How many more were only proposed; not counted as made. | Nombre d'autres engagements
-- seulement proposés ; non comptés comme pris.
-- proposing_instruments: How many texts propose them. | Nombre de textes qui les proposent.

WITH proposals AS (
    SELECT
        count(*) AS proposed,
        count(DISTINCT instrument_id) AS proposing_instruments
    FROM proposals_on(day)
)

SELECT
    count(made.id) AS commitments,
    count(DISTINCT made.instrument_id) AS instruments,
    count(*) FILTER (made.status = 'complete') AS complete,
    count(*) FILTER (made.overdue) AS overdue_commitments,
    count(*) FILTER (made.due_state = 'not_judged') AS not_judged,
    count(*) FILTER (is_due_soon(made.due_state)) AS due_soon,
    count(*) FILTER (made.status = 'not_assessed') AS not_assessed,
    count(*) FILTER (made.verification <> 'read') AS not_read,
    any_value(proposals.proposed) AS proposed,
    any_value(proposals.proposing_instruments) AS proposing_instruments
FROM proposals
LEFT JOIN commitments_on(day) AS made ON true
ORDER BY commitments

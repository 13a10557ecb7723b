-- en: One row per text that had made a commitment by the day: how many, and how they stood.
-- fr: Une ligne par texte qui contenait un engagement pris au jour dit : combien, et où ils en
-- étaient.
-- key: instrument_id
-- parameters: day DATE
--
-- made_on: When the text was adopted. | Date d'adoption du texte.
-- made_on_earliest: First day that made_on can mean. | Premier jour que made_on peut désigner.
-- commitments: How many commitments it made. | Nombre d'engagements qu'il contient.
-- complete: How many of them were complete. | Nombre d'entre eux achevés.
-- overdue_commitments: How many were overdue. | Nombre d'entre eux en retard.
-- due_soon: How many fell due within 90 days. | Nombre d'entre eux arrivant à échéance d'ici 90
-- jours.
-- not_assessed: How many nobody had assessed. | Nombre d'entre eux que personne n'avait évalués.
-- not_read: How many are known only from excerpts or from accounts by others. | Nombre d'entre eux
-- connus seulement par des extraits ou des comptes rendus de tiers.

SELECT
    instrument_id,
    instrument_en,
    instrument_fr,
    instrument_symbol,
    made_on,
    made_on_earliest,
    made_on_latest,
    count(*) AS commitments,
    count(*) FILTER (status = 'complete') AS complete,
    count(*) FILTER (overdue) AS overdue_commitments,
    count(*) FILTER (is_due_soon(due_state)) AS due_soon,
    count(*) FILTER (status = 'not_assessed') AS not_assessed,
    count(*) FILTER (verification <> 'read') AS not_read
FROM commitments_on(day)
GROUP BY ALL
ORDER BY commitments DESC, instrument_id

-- One row per record and discrepancy between sources that concerns it or a row about it.
-- key: about_relation, about_id, id
--
-- row_id: Key of the row concerned.
-- column_name: Column concerned; empty for the row as a whole.
-- source_id: Source in which the discrepancy was read.

SELECT
    mentions.about_relation,
    mentions.about_id,
    discrepancies.id,
    discrepancies.table_name,
    discrepancies.row_id,
    discrepancies.column_name,
    discrepancies.claims_{language},
    discrepancies.carried_{language},
    discrepancies.reason_{language},
    discrepancies.source_id,
    discrepancies.locator
FROM mentions
JOIN discrepancies
    ON discrepancies.table_name = mentions.relation
    AND discrepancies.row_id = mentions.row_id
GROUP BY ALL
ORDER BY mentions.about_relation, mentions.about_id, discrepancies.id

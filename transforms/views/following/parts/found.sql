-- What belongs, what names it, and where sources disagree on it.
found AS (
    SELECT relation, row_id, true AS belongs FROM own
    UNION ALL
    SELECT mentions.relation, mentions.row_id, false
    FROM mentions
    SEMI JOIN own ON own.relation = mentions.about_relation AND own.row_id = mentions.about_id
    UNION ALL
    SELECT 'discrepancies', discrepancies.id, false
    FROM discrepancies
    SEMI JOIN own ON own.relation = discrepancies.table_name AND own.row_id = discrepancies.row_id
)

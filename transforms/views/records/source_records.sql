-- One row per source and record that rests on it, or for which it is a further source.
-- key: source_id, kind, id
--
-- source_id: -> sources The source.
-- kind: [record_kind] What kind of record it is.
-- id: -> commitments, instruments, actors, initiatives, focus_areas, appointments, milestones Key
-- of the record.
-- locator: Place in the source.

WITH cited AS (
    SELECT
        source_id,
        relation,
        id,
        locator
    FROM records
    WHERE source_id IS NOT NULL

    UNION ALL

    SELECT
        source_id,
        table_name AS relation,
        row_id AS id,
        locator
    FROM citations
)

SELECT
    cited.source_id,
    records.kind,
    records.id,
    min(cited.locator) AS locator
FROM cited
JOIN records ON records.relation = cited.relation AND records.id = cited.id
GROUP BY ALL
ORDER BY cited.source_id, records.kind, records.id

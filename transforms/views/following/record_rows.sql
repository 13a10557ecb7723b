-- One row per row of the tables that whoever follows a record is told of: the record itself, the
-- commitments that belong to it (of a text, an actor, a country, a topic with those inside it),
-- what names one of them, what rests on a source, and where sources disagree on it.
-- key: relation, row_id
-- parameters: record_kind VARCHAR, record_id VARCHAR, day DATE
--
-- relation: -> dictionary The table of the row.
-- row_id: Key of the row; the parts of a compound key are separated by blanks.
-- belongs: Whether the row is the record, or a commitment or topic that belongs to it; else it
-- names one of these.

WITH areas AS (
    SELECT focus_area_id
    FROM focus_area_ancestors
    WHERE record_kind = 'topic' AND ancestor_id = record_id
),

own AS (
    SELECT
        relation,
        id AS row_id
    FROM records
    WHERE kind = record_kind AND id = record_id
    UNION
    SELECT 'focus_areas', focus_area_id FROM areas
    UNION
    SELECT 'commitments', commitment_id FROM commitment_focus_areas SEMI JOIN areas USING (focus_area_id)
    UNION
    SELECT 'commitments', id FROM commitments WHERE record_kind = 'text' AND instrument_id = record_id
    UNION
    SELECT 'commitments', commitment_id
    FROM commitment_actors
    WHERE record_kind = 'organization' AND actor_id = record_id
    UNION
    SELECT 'commitments', commitment_id
    FROM commitment_beneficiaries
    WHERE record_kind = 'organization' AND actor_id = record_id
    UNION
    SELECT 'commitments', commitment_id
    FROM commitments_of_country_on(CASE record_kind WHEN 'country' THEN record_id END, day)
),

{% include "following/parts/found.sql" %}

SELECT
    relation,
    row_id,
    bool_or(belongs) AS belongs
FROM (
    FROM found
    UNION ALL
    SELECT relation, row_id, false FROM fact_sources WHERE record_kind = 'source' AND source_id = record_id
)
GROUP BY relation, row_id
ORDER BY relation, row_id

-- One row per table: how much it holds, on how many sources in which languages it rests, how much
-- of it was read in its own wording, and how new it is.
-- key: relation
-- stored: position
--
-- position: Place of the table among the others.
-- rows: How many rows it has.
-- sources: On how many sources they rest.
-- languages: Languages of these sources (ISO 639).
-- newest_on: Day of the newest fact, by the first day that its date can mean; for a table without
-- dates, of its newest source. Plans are not counted.
-- read_share: Share of its rows, 0 to 1, whose source was read in full; for commitments, whose own
-- wording was read.
-- without_locator: Rows that do not say at which paragraph or page of their source they were read;
-- empty for tables that cannot say it.
-- unassessed: Commitments that nobody has assessed, made or only proposed; empty for other tables.
-- held_unassessed: Commitments with a milestone that was held and that no judgement came after, as
-- in assessment_gaps; empty for other tables.

WITH tables AS (
    SELECT *
    FROM (
        VALUES
{% for table in tables %}
        ({{ loop.index }}, '{{ table.name }}', {{ table.has_locator | lower }}){{ '' if loop.last else ',' }}
{% endfor %}
    ) AS listed (position, relation, has_locator)
),

judged AS (
    SELECT
        uses.*,
        sources.language,
        sources.published_on_earliest
    FROM source_uses AS uses
    LEFT JOIN sources ON sources.id = uses.source_id
    WHERE uses.rows > 0
),

unassessed AS (
    SELECT
        'commitments' AS relation,
        count(*) AS commitments
    FROM commitments
    ANTI JOIN assessments ON assessments.commitment_id = commitments.id
),

held AS (
    SELECT
        'commitments' AS relation,
        count(DISTINCT commitment_id) AS commitments
    FROM assessment_gaps
)

SELECT
    tables.position,
    tables.relation,
    coalesce(sum(judged.rows), 0)::BIGINT AS rows,
    count(DISTINCT judged.source_id) AS sources,
    coalesce(
        list(DISTINCT judged.language ORDER BY judged.language) FILTER (judged.language IS NOT NULL),
        []
    ) AS languages,
    coalesce(max(judged.newest_on), max(judged.published_on_earliest)) AS newest_on,
    sum(judged.rows_read) / sum(judged.rows) AS read_share,
    CASE
        WHEN tables.has_locator
            THEN coalesce(sum(judged.rows - judged.rows_placed), 0)::BIGINT
    END AS without_locator,
    any_value(unassessed.commitments) AS unassessed,
    any_value(held.commitments) AS held_unassessed
FROM tables
LEFT JOIN judged ON judged.relation = tables.relation
LEFT JOIN unassessed ON unassessed.relation = tables.relation
LEFT JOIN held ON held.relation = tables.relation
GROUP BY tables.position, tables.relation, tables.has_locator
ORDER BY tables.position

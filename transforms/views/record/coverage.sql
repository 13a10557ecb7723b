-- One row per table: how much it holds, on how many sources in which languages it rests, how much
-- of it was read in its own wording, and how new it is.
-- key: relation
--
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
        ({{ loop.index }}, '{{ table.name }}', {{ table.says_where | lower }}){{ '' if loop.last else ',' }}
{% endfor %}
    ) AS listed (position, relation, says_where)
),

judged AS (
    SELECT
        fact_sources.relation,
        fact_sources.source_id,
        fact_sources.locator,
        fact_sources.dated_on,
        sources.language,
        sources.published_on_earliest,
        fact_sources.is_read
    FROM fact_sources
    LEFT JOIN sources ON sources.id = fact_sources.source_id
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
    tables.relation,
    count(judged.relation) AS rows,
    count(DISTINCT judged.source_id) AS sources,
    coalesce(
        list(DISTINCT judged.language ORDER BY judged.language) FILTER (judged.language IS NOT NULL),
        []
    ) AS languages,
    coalesce(max(judged.dated_on), max(judged.published_on_earliest)) AS newest_on,
    avg(judged.is_read::INTEGER) AS read_share,
    CASE
        WHEN tables.says_where
            THEN count(judged.relation) FILTER (judged.locator IS NULL)
    END AS without_locator,
    any_value(unassessed.commitments) AS unassessed,
    any_value(held.commitments) AS held_unassessed
FROM tables
LEFT JOIN judged ON judged.relation = tables.relation
LEFT JOIN unassessed ON unassessed.relation = tables.relation
LEFT JOIN held ON held.relation = tables.relation
GROUP BY tables.position, tables.relation, tables.says_where
ORDER BY tables.position

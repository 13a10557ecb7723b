-- One row per row of a table, record that it is about and source that is cited for it: the sources of
-- all that `mentions` has.
-- key: about_relation, about_id, relation, row_id, column_name, source_id, locator
--
-- relation: -> dictionary The table of the row.
-- row_id: Key of the row; the parts of a compound key are separated by blanks.
-- column_name: The column that names the record.
-- source_id: -> sources A source of the row, its own or a further one.
-- locator: Place of the fact in that source.

-- The source stands in the row, so that of one record only the rows about it are read.
WITH resting AS (
{% for about, column, table in mentions %}
    SELECT
        '{{ about }}' AS about_relation,
        {{ table.name }}.{{ column }} AS about_id,
        '{{ table.name }}' AS relation,
        concat_ws(' ', {{ table.key | join(', ') }}) AS row_id,
        '{{ column }}' AS column_name,
        {{ table.source }} AS source_id,
        {{ table.name ~ '.locator' if table.has_locator else 'NULL' }} AS locator
    FROM {{ table.name }}
{% if table.linked %}
    JOIN {{ table.linked }} AS linked ON linked.id = {{ table.key[0] }}
{% endif %}
    WHERE {{ table.name }}.{{ column }} IS NOT NULL
{% if not loop.last %}

    UNION ALL

{% endif %}
{% endfor %}
),

further AS (
    SELECT
        mentions.*,
        citations.source_id,
        citations.locator
    FROM mentions
    JOIN citations
        ON citations.table_name = mentions.relation
        AND citations.row_id = mentions.row_id
),

gathered AS (
    FROM resting
    UNION ALL
    FROM further
)

SELECT
    about_relation,
    about_id,
    relation,
    row_id,
    column_name,
    source_id,
    locator
FROM gathered
WHERE source_id IS NOT NULL
ORDER BY about_relation, about_id, relation, row_id, column_name, source_id

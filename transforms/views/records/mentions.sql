-- One row per row of a table and record that it is about: its own row, and every row that refers to
-- it. The sources on which rows rest are in fact_sources.
-- key: about_relation, about_id, relation, row_id, column_name
--
-- about_relation: -> dictionary The table of the record.
-- about_id: Key of the record.
-- relation: -> dictionary The table of the row.
-- row_id: Key of the row; the parts of a compound key are separated by blanks.
-- column_name: The column that names the record.

{% for about, column, table in mentions %}
SELECT
    '{{ about }}' AS about_relation,
    {{ column }} AS about_id,
    '{{ table.name }}' AS relation,
    concat_ws(' ', {{ table.key | join(', ') }}) AS row_id,
    '{{ column }}' AS column_name
FROM {{ table.name }}
WHERE {{ column }} IS NOT NULL
{% if not loop.last %}

UNION ALL

{% endif %}
{% endfor %}
ORDER BY about_relation, about_id, relation, row_id, column_name

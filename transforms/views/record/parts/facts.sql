-- Every row of every table with its source; in no order, which takes time where rows are counted.
WITH facts AS (
{% for table in tables %}
    SELECT
        '{{ table.name }}' AS relation,
        concat_ws(' ', {{ table.key | join(', ') }}) AS row_id,
        {{ table.source }} AS source_id,
{% if table.has_locator %}
        {{ table.name }}.locator,
{% else %}
        NULL AS locator,
{% endif %}
{% if table.dated_by %}
        CASE
            WHEN {{ table.dated_if or 'true' }}
                THEN coalesce({{ table.dated_by }}_earliest, {{ table.dated_by }}_latest)
        END AS dated_on,
{% else %}
        NULL::DATE AS dated_on,
{% endif %}
        {{ "verification = 'read'" if table.name == 'commitments' else 'NULL' }} AS own_read
    FROM {{ table.name }}
{% if table.linked %}
    JOIN {{ table.linked }} AS linked ON linked.id = {{ table.key[0] }}
{% endif %}
{% if not loop.last %}

    UNION ALL

{% endif %}
{% endfor %}
)

SELECT
    facts.relation,
    facts.row_id,
    facts.source_id,
    facts.locator,
    facts.dated_on,
    coalesce(
        facts.own_read,
        sources.read_as IN ('full_text', 'full_text_mirror'),
        false
    ) AS is_read
FROM facts
LEFT JOIN sources ON sources.id = facts.source_id

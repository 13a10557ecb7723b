-- The address of the page of a thing, from the root of the site.
-- parameters: kind VARCHAR, id VARCHAR
-- returns: VARCHAR

CASE kind
{% for name, page in pages %}
    WHEN '{{ name }}' THEN '{{ page.path }}?{{ page.parameter }}='
{% endfor %}
    ELSE ''
END || id

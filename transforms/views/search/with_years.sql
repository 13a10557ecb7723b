-- A text with years in figures: for "this year" and the like, in any language, the year that it is.
-- parameters: words VARCHAR
-- returns: VARCHAR

{% set years = languages | map(attribute="years") | sum(start=()) | groupby(1) %}
{{ "regexp_replace(" * years | length }}words
{%- for years_from_now, patterns in years %}, '\b(?:{{ patterns | map(attribute=0) | join("|") | replace("'", "''") }})\b', (year(current_date) + {{ years_from_now }})::VARCHAR, 'gi'){% endfor %}

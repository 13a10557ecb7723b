-- One row per thing or list that the words somebody types find, best first.
-- key: rank
-- parameters: q VARCHAR, lang VARCHAR
--
-- rank: Its place, from 1.
-- kind: [record_kind, search_kind] What kind of thing it is.
-- id: Key of its row; of a list its address.
-- title: What it is called, in the language asked for.
-- language: Language (ISO 639-1) of the title: a source is called as it calls itself.
-- matched: The name that was meant, or the words that were found.
-- why: Which text has them, and what a reader must know beside it.
-- url: Address of its page, from the root of the site.
-- as_of: The day that was typed, on which it is shown; of a month the last.
-- missing: Words that were typed and that it does not have; empty where it has all.
-- of_kind: How many of its kind were found, these included that are not listed.

WITH
{% include "search/parts/typed.sql" %}

{% include "search/parts/meant.sql" %}

{% include "search/parts/weights.sql" %}

{% include "search/parts/looked_at.sql" %}

{% include "search/parts/found.sql" %}

{% include "search/parts/matching.sql" %}

{% include "search/parts/closer.sql" %}

{% include "search/parts/records.sql" %}

{% include "search/parts/lists.sql" %}

{% include "search/parts/ranked.sql" %}

{% include "search/parts/worded.sql" %}

SELECT
    rank::INTEGER AS rank,
    kind,
    coalesce(address_on_day(list, coalesce(as_of::VARCHAR, year)), thing_id) AS id,
    concat_ws(' · ', thing, first_title, second_title, year_of_list) AS title,
    language_of_title AS language,
    CASE
        WHEN is_name THEN text
        -- With the accents that the text gives them.
        ELSE array_to_string(
            list_transform(
                string_split(words, ' '),
                LAMBDA word: coalesce(text_as_written[list_position(text_tokens, word)], word)
            ),
            ' '
        )
    END AS matched,
    concat_ws(' · ', label, remark) AS why,
    missing,
    address_on_day(
        coalesce(list || coalesce('#' || heading, ''), record_address(kind, thing_id)), coalesce(as_of::VARCHAR, year || '-12-31')
    ) AS url,
    as_of,
    of_kind::INTEGER AS of_kind
FROM (
    SELECT
        *,
        list_transform(text_as_written, LAMBDA word: replace(strip_accents(word), 'œ', 'oe')) AS text_tokens
    FROM (
        SELECT
            *,
            CASE WHEN NOT is_name THEN written_words(text) END AS text_as_written
        FROM explained
    )
)
ORDER BY rank

-- One row per text with its line of descent: a draft, the text adopted from it, its revisions and
-- what superseded it are one line, named after the first of them. Implementing or citing a text
-- does not join its line.
-- key: instrument_id
--
-- instrument_id: -> instruments The text.
-- line: Key of the first text of its line of descent.

WITH RECURSIVE successions AS (
    SELECT
        CASE WHEN relation = 'adopted_as' THEN from_id ELSE to_id END AS earlier_id,
        CASE WHEN relation = 'adopted_as' THEN to_id ELSE from_id END AS later_id
    FROM instrument_relations
    WHERE relation IN ('adopted_as', 'revises', 'supersedes')
),

neighbours AS (
    SELECT
        earlier_id AS instrument_id,
        later_id AS neighbour_id
    FROM successions

    UNION

    SELECT
        later_id AS instrument_id,
        earlier_id AS neighbour_id
    FROM successions
),

related AS (
    SELECT
        id AS instrument_id,
        id AS related_id
    FROM instruments

    UNION

    SELECT
        related.instrument_id,
        neighbours.neighbour_id AS related_id
    FROM related
    JOIN neighbours ON neighbours.instrument_id = related.related_id
)

SELECT
    related.instrument_id,
    first(related.related_id ORDER BY
        related.related_id IN (SELECT later_id FROM successions),
        least(firsts.proposed_on_latest, firsts.adopted_on_latest) NULLS LAST,
        related.related_id
    ) AS line
FROM related
JOIN instruments AS firsts ON firsts.id = related.related_id
GROUP BY related.instrument_id
ORDER BY related.instrument_id

-- One row per text known by the day, with where it stood on that day: its dates decide, where there
-- are none its status of today. A draft says as what it had been adopted by then.
-- key: instrument_id
-- parameters: day DATE
--
-- instrument_id: -> instruments The text.
-- instrument: Short title of the text.
-- instrument_symbol: Official symbol of the text.
-- instrument_kind: [instrument_kind] What kind of text it is.
-- legal_force: What force the text has.
-- status: Where the text stood on the day.
-- standing: [standing] 'made' if it had been adopted by the day, else 'proposed'.
-- stands: Adopted by the day and neither superseded nor withdrawn.
-- adopted_as_id: -> instruments The text as which this draft had been adopted by the day.
-- known_on_latest: Last day that the first of its known dates can mean.

WITH drafts AS (
    SELECT
        instrument_relations.from_id AS instrument_id,
        min(adopted.id) AS adopted_as_id
    FROM instrument_relations
    JOIN instruments AS adopted ON adopted.id = instrument_relations.to_id
    WHERE
        instrument_relations.relation = 'adopted_as'
        AND adopted.adopted_on_latest <= day
    GROUP BY ALL
),

dated AS (
    SELECT
        instruments.*,
        least(proposed_on_latest, adopted_on_latest) AS known_on_latest,
        coalesce(adopted_on_latest <= day, false) AS is_out,
        is_made(status, adopted_on_latest, day) AS is_made,
        has_ended(status, ended_on_latest, day) AS has_ended
    FROM instruments
)

SELECT
    dated.id AS instrument_id,
    dated.short_title_{language} AS instrument_{language},
    dated.symbol AS instrument_symbol,
    dated.kind AS instrument_kind,
    dated.legal_force,
    CASE
        WHEN dated.has_ended AND dated.status = 'superseded' THEN 'superseded'
        WHEN dated.has_ended THEN 'withdrawn'
        WHEN NOT dated.is_out THEN 'proposed'
        WHEN dated.status IN ('proposed', 'issued') THEN dated.status
        WHEN dated.in_force_on_latest <= day THEN 'in_force'
        WHEN dated.status = 'in_force' AND dated.in_force_on IS NULL THEN 'in_force'
        ELSE 'adopted'
    END AS status,
    CASE WHEN dated.is_made THEN 'made' ELSE 'proposed' END AS standing,
    dated.is_made AND NOT dated.has_ended AS stands,
    drafts.adopted_as_id,
    dated.known_on_latest,
    dated.source_id,
    dated.locator,
    dated.confidence
FROM dated
LEFT JOIN drafts ON drafts.instrument_id = dated.id
WHERE dated.known_on_latest <= day
ORDER BY dated.id

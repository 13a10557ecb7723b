-- One row per text known by the day, with where it stood on that day: its dates decide, where there
-- are none its status of today. A draft says as what it had been adopted by then.
-- key: instrument_id
-- parameters: day DATE
--
-- instrument: Short title of the text.
-- instrument_symbol: Official symbol of the text.
-- instrument_kind: [instrument_kind] What kind of text it is.
-- legal_force: What force the text has.
-- status: Where the text stood on the day.
-- standing: [standing] 'made' if it had been adopted by the day, else 'proposed'.
-- stands: Adopted by the day and neither superseded nor withdrawn.
-- adopted_as_id: -> instruments The text as which this draft had been adopted by the day.

SELECT
    spans.instrument_id,
    instruments.short_title_{language} AS instrument_{language},
    instruments.symbol AS instrument_symbol,
    instruments.kind AS instrument_kind,
    instruments.legal_force,
    spans.status,
    spans.standing,
    spans.stands,
    spans.adopted_as_id,
    spans.known_on_latest,
    instruments.source_id,
    instruments.locator,
    instruments.confidence
FROM instrument_spans AS spans
JOIN instruments ON instruments.id = spans.instrument_id
WHERE
    spans.since <= day
    AND coalesce(spans.until > day, true)
ORDER BY spans.instrument_id

-- en: Which draft or proposal became which text, and what was only proposed?
-- fr: Quels projets ou propositions sont devenus quels textes, et lesquels sont restés à l'état de propositions ?
SELECT
    line,
    instrument_id,
    instrument_en,
    direction,
    relation,
    other_id,
    other_en,
    other_status,
    source_id
FROM instrument_descent
ORDER BY line, instrument_id, other_id, direction

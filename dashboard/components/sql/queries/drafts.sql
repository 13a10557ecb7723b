-- title: Which draft or proposal became which text, and what was only proposed?
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

-- The address of a page as of a day or a year; where none is given, as it is.
-- parameters: address VARCHAR, day VARCHAR
-- returns: VARCHAR

CASE
    WHEN address IS NULL OR day IS NULL THEN address
    ELSE concat(
        split_part(address, '#', 1),
        CASE WHEN contains(address, '?') THEN '&' ELSE '?' END,
        'as_of=',
        day,
        regexp_extract(address, '#.*')
    )
END

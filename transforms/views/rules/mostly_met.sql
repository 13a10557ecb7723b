-- Whether a commitment of this status is met for the most part: to a substantial degree or
-- completely.
-- parameters: status VARCHAR
-- returns: BOOLEAN

status IN ('substantial', 'complete')

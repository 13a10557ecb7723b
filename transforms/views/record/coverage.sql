-- One row per table: how much it holds, on how many sources in which languages it rests, how much
-- of it was read in its own wording, and how new it is.
-- key: relation

SELECT * EXCLUDE (position)
FROM table_totals
ORDER BY position

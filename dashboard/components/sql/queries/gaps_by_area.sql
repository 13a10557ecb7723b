-- title: How many stated needs of each topic have a programme, a commitment only, or nothing?
SELECT
    focus_area_en,
    count(*) AS needs,
    count(*) FILTER (answer = 'initiative') AS with_initiative,
    count(*) FILTER (answer = 'commitment_only') AS with_commitment_only,
    count(*) FILTER (answer IS NULL) AS with_nothing
FROM needs_on($day)
GROUP BY ALL
ORDER BY with_nothing + with_commitment_only DESC, needs DESC, focus_area_en

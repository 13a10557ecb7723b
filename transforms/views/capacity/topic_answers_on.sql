-- One row per topic in which a text had stated a need by the day, those whose needs are answered
-- worst first: what answers the needs stated in it, and what lies in it or in a narrower one.
-- key: focus_area_id
-- parameters: day DATE, developing_as VARCHAR := NULL
--
-- rank: Which one it is, the worst answered first: by the mean of what answers its needs (nothing
-- 0, commitments only 1, a programme 2), then by how many needs are stated in it.
-- focus_area_id: The topic.
-- needs: How many needs had been stated in it.
-- unanswered: How many of them have nothing on record.
-- answered_by_commitment_only: How many have commitments only.
-- answered_by_initiative: How many of them have a programme that reaches the group.
-- commitments: How many commitments had been made in it or in a narrower topic.
-- initiatives: How many programmes ran in it or in a narrower topic.

WITH counted AS (
    SELECT
        focus_area_id,
        focus_area_{language},
        count(*) AS needs,
        count(*) FILTER (answer IS NULL) AS unanswered,
        count(*) FILTER (answer = 'commitment_only') AS answered_by_commitment_only,
        count(*) FILTER (answer = 'initiative') AS answered_by_initiative
    FROM needs_on(day, developing_as := developing_as)
    GROUP BY ALL
)

SELECT
    row_number() OVER (
        ORDER BY
            (counted.answered_by_commitment_only + 2 * counted.answered_by_initiative) / counted.needs,
            counted.needs DESC,
            counted.focus_area_id
    ) AS rank,
    counted.focus_area_id,
    counted.focus_area_{language},
    counted.needs,
    counted.unanswered,
    counted.answered_by_commitment_only,
    counted.answered_by_initiative,
    totals.commitments,
    totals.initiatives
FROM counted
JOIN focus_area_totals_on(day) AS totals ON totals.id = counted.focus_area_id
ORDER BY rank

-- Whether a programme that has begun by a day runs on it: not ended, and active or forming. One that
-- is over today ran until its known end.
-- parameters: status VARCHAR, ended_on VARCHAR, ended_on_earliest DATE, day DATE
-- returns: BOOLEAN

CASE
    WHEN ended_on IS NOT NULL THEN
        coalesce(ended_on_earliest > day, false)
        AND status IN ('active', 'forming', 'completed')
    ELSE status IN ('active', 'forming')
END

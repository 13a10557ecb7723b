-- Whether a text of this status had ended by the day; one that was superseded or withdrawn on a day
-- that nobody knows always had.
-- parameters: status VARCHAR, ended_on_latest DATE, day DATE
-- returns: BOOLEAN

CASE
    WHEN ended_on_latest IS NOT NULL THEN ended_on_latest <= day
    ELSE status IN ('superseded', 'withdrawn')
END

-- How near something dated is on the day: 'due_now' from the first day that it can be on,
-- 'within_90_days' if the last is no further off, 'later' otherwise, and 'passed' once it is over.
-- parameters: first_day DATE, last_day DATE, over_after DATE, day DATE
-- returns: VARCHAR

CASE
    WHEN over_after < day THEN 'passed'
    WHEN first_day <= day THEN 'due_now'
    WHEN last_day <= day + 90 THEN 'within_90_days'
    ELSE 'later'
END

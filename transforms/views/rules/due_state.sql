-- How the deadline of a commitment stands on the day: 'none' if none binds, 'met' if it is
-- complete; once its last possible day has passed, 'not_judged' if whether it was met could not be
-- judged, else 'overdue'; before that, how near it is.
-- parameters: binds BOOLEAN, status VARCHAR, due_on_earliest DATE, due_on_latest DATE, day DATE
-- returns: VARCHAR

CASE
    WHEN NOT binds THEN 'none'
    WHEN status = 'complete' THEN 'met'
    WHEN due_on_latest < day AND status = 'unable_to_assess' THEN 'not_judged'
    WHEN due_on_latest < day THEN 'overdue'
    ELSE nearness(due_on_earliest, due_on_latest, due_on_latest, day)
END

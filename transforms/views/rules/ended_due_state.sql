-- How the deadline of a commitment ended: nothing where it was not made, or the deadline has not
-- certainly passed before the day.
-- parameters: standing VARCHAR, due_state VARCHAR, due_on_latest DATE, day DATE
-- returns: VARCHAR

CASE
    WHEN standing = 'made' AND due_on_latest < day AND due_state IN ('overdue', 'not_judged', 'met')
        THEN due_state
END

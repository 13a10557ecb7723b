-- Whether a deadline of this state falls due within 90 days.
-- parameters: state VARCHAR
-- returns: BOOLEAN

state IN ('due_now', 'within_90_days')

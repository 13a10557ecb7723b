-- Whether a commitment was met after its deadline, by the date of the evidence: on the day of the
-- evidence then, and not of the deadline.
-- parameters: due_state VARCHAR, assessed_on_latest DATE, due_on_latest DATE
-- returns: BOOLEAN

coalesce(due_state = 'met' AND assessed_on_latest > due_on_latest, false)

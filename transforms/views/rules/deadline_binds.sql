-- Whether a commitment has a deadline that still binds: its text stands, and events have not
-- overtaken it.
-- parameters: due_on_latest DATE, stands BOOLEAN, status VARCHAR
-- returns: BOOLEAN

due_on_latest IS NOT NULL AND stands AND status <> 'overtaken'

-- Whether a commitment is still to be met: its text stands, and it is neither complete nor
-- overtaken by events.
-- parameters: stands BOOLEAN, status VARCHAR
-- returns: BOOLEAN

stands AND status NOT IN ('complete', 'overtaken')

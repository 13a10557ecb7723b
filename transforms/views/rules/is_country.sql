-- Whether an actor of this kind has the page of a country: a state, a territory, or a state of the
-- past. Every other actor has that of an organization.
-- parameters: kind VARCHAR
-- returns: BOOLEAN

kind IN ('state', 'territory', 'former_state')

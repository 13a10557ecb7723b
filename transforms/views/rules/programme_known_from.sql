-- First day on which a programme is known: the last that its start can mean, or where no start is
-- known the first on which its source can have been published.
-- parameters: started_on_latest DATE, published_on_earliest DATE
-- returns: DATE

coalesce(started_on_latest, published_on_earliest)

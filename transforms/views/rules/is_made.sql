-- Whether a text of this status, adopted by this day at the latest, had made its commitments by the
-- day. What was only proposed, or issued by its author alone, makes none.
-- parameters: status VARCHAR, adopted_on_latest DATE, day DATE
-- returns: BOOLEAN

coalesce(adopted_on_latest <= day, false) AND status NOT IN ('proposed', 'issued')

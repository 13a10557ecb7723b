-- en: Whether a text of this status, adopted by this day at the latest, had made its commitments by
-- the day. What was only proposed, or issued by its author alone, makes none.
-- fr: Si un texte de cet état, adopté au plus tard ce jour-là, avait pris ses engagements au jour
-- dit. Ce qui n'est que proposé, ou publié par son seul auteur, n'en prend aucun.
-- parameters: status VARCHAR, adopted_on_latest DATE, day DATE
-- returns: BOOLEAN

coalesce(adopted_on_latest <= day, false) AND status NOT IN ('proposed', 'issued')

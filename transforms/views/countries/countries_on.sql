-- One row per country that was in something on the day, certainly or possibly, declared only: how
-- many bodies, texts and groups. Those with the most texts first.
-- key: member_id
-- parameters: day DATE
--
-- member_id: The country.
-- member: Its name.
-- member_kind: What it is: a state, a territory or a former state.
-- bodies: How many organizations and their bodies it is in.
-- texts: How many texts it has signed, endorsed or adhered to.
-- groups: How many groups of countries it belongs to.

SELECT
    member_id,
    member_{language},
    member_kind,
    count(*) FILTER (body_kind = 'organization') AS bodies,
    count(*) FILTER (body_kind = 'instrument') AS texts,
    count(*) FILTER (body_kind = 'country_group') AS groups
FROM members_on(day)
WHERE is_country(member_kind)
GROUP BY ALL
ORDER BY texts DESC, bodies DESC, member_id

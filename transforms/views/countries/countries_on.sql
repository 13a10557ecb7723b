-- en: One row per country that was in something on the day, certainly or possibly, declared only:
-- how many bodies, texts and groups. Those with the most texts first.
-- fr: Une ligne par pays qui faisait partie de quelque chose au jour dit, certainement ou
-- possiblement, par déclaration seulement : combien d'organes, de textes et de groupes. Ceux qui
-- ont le plus de textes d'abord.
-- key: member_id
-- parameters: day DATE
--
-- member_id: The country. | Le pays.
-- member_en: Its name in English. | Son nom, en anglais.
-- member_fr: Its name in French. | Son nom.
-- member_kind: What it is: a state, a territory or a former state. | Sa nature : État, territoire
-- ou ancien État.
-- bodies: How many organizations and their bodies it is in. | Nombre d'organisations et d'organes
-- dont il fait partie.
-- texts: How many texts it has signed, endorsed or adhered to. | Nombre de textes signés, approuvés
-- ou auxquels il a adhéré.
-- groups: How many groups of countries it belongs to. | Nombre de groupes de pays auxquels il
-- appartient.

SELECT
    member_id,
    member_en,
    member_fr,
    member_kind,
    count(*) FILTER (body_kind = 'organization') AS bodies,
    count(*) FILTER (body_kind = 'instrument') AS texts,
    count(*) FILTER (body_kind = 'country_group') AS groups
FROM members_on(day)
WHERE member_kind IN ('state', 'territory', 'former_state')
GROUP BY ALL
ORDER BY texts DESC, bodies DESC, member_id

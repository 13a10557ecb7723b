-- en: Who is in both of two organizations on the day? Here: the DCO and the ITU Council.
-- fr: Qui fait partie de deux organisations ce jour-là ? Ici : la DCO et le Conseil de l'UIT.
SELECT
    first.member_id,
    first.member_en,
    first.joined_on AS in_dco_since,
    second.joined_on AS in_itu_council_since
FROM members_on($day) AS first
JOIN members_on($day) AS second USING (member_id)
WHERE
    first.organization_id = 'dco'
    AND second.organization_id = 'itu-council'
ORDER BY first.member_en

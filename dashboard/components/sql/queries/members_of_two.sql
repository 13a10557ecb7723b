-- title: Who is in both of two organizations on the day?
-- parameter first_organization: dco
-- parameter second_organization: itu-council
SELECT
    first.member_id,
    first.member_en,
    first.joined_on AS in_first_since,
    second.joined_on AS in_second_since
FROM members_on($day) AS first
JOIN members_on($day) AS second USING (member_id)
WHERE
    first.organization_id = $first_organization
    AND second.organization_id = $second_organization
ORDER BY first.member_en

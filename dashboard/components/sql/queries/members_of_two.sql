-- title: Who is in both of two organizations on the day?
-- parameter first_organization: SELECT coalesce(
--     (SELECT first_bodies[1] FROM tracker WHERE first_bodies[1] IN
--     (SELECT organization_id FROM memberships)), min(organization_id)) FROM memberships
-- parameter second_organization: SELECT organization_id FROM memberships
--     WHERE organization_id <> $first_organization
--     AND organization_id IS DISTINCT FROM (SELECT universal_organization FROM tracker)
--     AND member_id IN
--     (SELECT member_id FROM memberships WHERE organization_id = $first_organization)
--     GROUP BY organization_id ORDER BY count(DISTINCT member_id) DESC, organization_id
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

-- One row per member of any of some bodies and texts on the day, certain or possible: which of them
-- it is in.
-- key: member_id
-- parameters: day DATE, bodies VARCHAR, include_derived BOOLEAN := false
--
-- in_bodies: Keys of those that it is in, in the order of `bodies`, where they stand with a space
-- between; with + between.
-- is_in: How many of them it is in.

WITH compared AS MATERIALIZED (
    SELECT
        body,
        list_position(string_split(bodies, ' '), body) AS place
    FROM (SELECT DISTINCT unnest(string_split(bodies, ' ')) AS body)
)

SELECT
    members.member_id,
    any_value(members.member_{language}) AS member_{language},
    any_value(members.member_kind) AS member_kind,
    string_agg(compared.body, '+' ORDER BY compared.place) AS in_bodies,
    count(*)::INTEGER AS is_in
FROM members_on(day, include_derived := include_derived) AS members
JOIN compared ON compared.body = coalesce(members.organization_id, members.instrument_id)
GROUP BY members.member_id
ORDER BY
    member_{first},
    members.member_id

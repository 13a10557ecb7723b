-- One row per combination of some bodies and texts that anybody is in: how many are in all of these
-- and in no other of them, certain or possible, on the day.
-- key: in_bodies
-- parameters: day DATE, bodies VARCHAR, include_derived BOOLEAN := false
--
-- in_bodies: Keys of those of the combination, in the order of `bodies`, where they stand with a
-- space between; with + between.
-- is_in: How many bodies and texts the combination has.
-- members: How many are in exactly these; each counts once.

SELECT
    in_bodies,
    any_value(is_in) AS is_in,
    count(*) AS members
FROM shared_members_on(day, bodies, include_derived := include_derived)
GROUP BY in_bodies
ORDER BY
    is_in DESC,
    members DESC,
    in_bodies

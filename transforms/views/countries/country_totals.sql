-- One row: what the country takes part in on the day, what commits it, and how that stands.
-- key: bodies
-- parameters: country VARCHAR, day DATE, developing_as VARCHAR := NULL
--
-- bodies: How many bodies it is a member of.
-- listed_bodies: Of how many bodies members had been listed by the day.
-- texts: How many texts it has signed, endorsed or adhered to.
-- memberships: How many memberships it has, observers too.
-- acts: How many acts towards texts are recorded of it.
-- possible: How many of its memberships and acts, derived ones too, are only possible on the day.
-- initiatives: How many initiatives name it, its government or a group it is in.
-- unlisted_initiatives: How many more initiatives are for groups that nobody lists the members of.
-- commitments: How many commitments commit it.
-- own_commitments: How many of them commit it otherwise than as one of all States.
-- overdue_commitments: How many of them are overdue.
-- not_judged: Of how many the deadline has passed, and whether they were met could not be judged.
-- due_soon: How many of them fall due within 90 days.
-- not_read: How many of them are known only from excerpts or from accounts by others.

WITH profile AS MATERIALIZED (
    FROM country_participations(country, day)
    WHERE section IN ('membership', 'adherence')
),

own AS (
    SELECT
        count(DISTINCT subject_id) FILTER (
            section = 'membership'
            AND derivation = 'declared'
            AND detail IN ('member', 'founding_member')
        ) AS bodies,
        count(DISTINCT subject_id) FILTER (
            section = 'adherence'
            AND derivation = 'declared'
            AND detail <> 'pledged'
        ) AS texts,
        count(*) FILTER (section = 'membership' AND derivation = 'declared') AS memberships,
        count(*) FILTER (section = 'adherence' AND derivation = 'declared') AS acts,
        count(*) FILTER (certainty = 'possible') AS possible
    FROM profile
),

listed AS (
    SELECT count(DISTINCT organization_id) AS listed_bodies
    FROM participations
    WHERE
        counted
        AND body_kind = 'organization'
        AND derivation = 'declared'
        AND coalesce(joined_on_earliest <= day, true)
),

offered AS (
    SELECT count(*) AS initiatives
    FROM country_offers(country, day, developing_as := developing_as)
    WHERE section = 'initiative'
),

unlisted AS (
    SELECT count(DISTINCT initiative_id) AS unlisted_initiatives
    FROM (
        SELECT unnest(initiative_ids) AS initiative_id
        FROM country_unlisted_groups(country, day, developing_as := developing_as)
    ) AS each
),

binding AS (
    SELECT
        pattern_id,
        bool_or(NOT universal) AS own
    FROM country_bindings(country, day)
    WHERE way <> 'pending'
    GROUP BY ALL
),

standings AS (
    SELECT
        made.*,
        binding.own
    FROM binding_changes AS made
    JOIN binding ON binding.pattern_id = made.pattern_id
    WHERE
        made.turned_on <= day
        AND made.standing = 'made'
),

due AS (
    SELECT
        coalesce(sum(commitments), 0)::BIGINT AS commitments,
        coalesce(sum(commitments) FILTER (own), 0)::BIGINT AS own_commitments,
        coalesce(sum(commitments) FILTER (due_state = 'overdue'), 0)::BIGINT AS overdue_commitments,
        coalesce(sum(commitments) FILTER (due_state = 'not_judged'), 0)::BIGINT AS not_judged,
        coalesce(sum(commitments) FILTER (is_due_soon(due_state)), 0)::BIGINT AS due_soon,
        coalesce(sum(commitments) FILTER (verification <> 'read'), 0)::BIGINT AS not_read
    FROM standings
)

SELECT
    own.bodies,
    listed.listed_bodies,
    own.texts,
    own.memberships,
    own.acts,
    own.possible,
    offered.initiatives,
    unlisted.unlisted_initiatives,
    due.commitments,
    due.own_commitments,
    due.overdue_commitments,
    due.not_judged,
    due.due_soon,
    due.not_read
FROM own
CROSS JOIN listed
CROSS JOIN offered
CROSS JOIN unlisted
CROSS JOIN due
ORDER BY own.bodies

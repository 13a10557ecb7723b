-- One row per pattern of addressed actors and way in which commitments with this pattern commit one
-- country, once they are made: they name the country, the country signed up to the text, or they
-- address the members of a body or group that the country is in. Derived memberships commit nobody.
-- key: pattern_id, way, through_id
-- parameters: country VARCHAR, day DATE
--
-- way: [commitment_way] 'named', 'act', 'membership', or 'pending' for a treaty that the country
-- signed and that does not bind it yet: not ratified, or not in force.
-- through_id: -> actors, instruments The country, text, body or group through which it is
-- committed.
-- through: Its name.
-- role: [act, membership_role] Act towards the text, or role in the body; empty where there is
-- none.
-- certainty: 'certain' if it holds on the day by every reading of the dates, else 'possible'.
-- universal: Whether it commits every State in this way: as a member of the universal organization
-- or one of all countries.
-- source_id: Source of the act or membership; empty where commitments name the country.

WITH present AS MATERIALIZED (
    FROM present_on(day, lane := country)
    WHERE country IS NOT NULL
),

circles AS (
    SELECT
        group_id AS body_id,
        group_{language} AS body_{language},
        true AS is_group,
        NULL AS role,
        certainty,
        source_id,
        locator
    FROM groupings_on(day)
    WHERE member_id = country AND group_kind = 'country_group'

    UNION ALL

    SELECT
        organization_id AS body_id,
        body_{language},
        false AS is_group,
        role,
        certainty,
        source_id,
        locator
    FROM present
    WHERE body_kind = 'organization'

    UNION ALL

    -- The States that texts address as one group are the members of the universal organization.
    SELECT
        actors.id AS body_id,
        actors.name_{language} AS body_{language},
        true AS is_group,
        present.role,
        present.certainty,
        present.source_id,
        present.locator
    FROM tracker
    JOIN present ON present.organization_id = tracker.universal_organization
    JOIN actors ON actors.id = tracker.universal_members
),

named AS (
    SELECT
        patterns.pattern_id,
        'named' AS way,
        actors.id AS through_id,
        actors.name_{language} AS through_{language},
        NULL AS role,
        'certain' AS certainty,
        NULL AS source_id,
        NULL AS locator
    FROM binding_parties AS patterns
    JOIN actor_lanes ON actor_lanes.actor_id = patterns.party_id
    JOIN actors ON actors.id = patterns.party_id
    WHERE
        actor_lanes.lane_id = country
        AND NOT patterns.is_text
),

acts AS (
    SELECT
        patterns.pattern_id,
        CASE
            WHEN patterns.addressee <> 'treaty_parties' THEN 'act'
            WHEN present.role IN ('ratified', 'adhered') AND texts.status = 'in_force' THEN 'act'
            ELSE 'pending'
        END AS way,
        present.instrument_id AS through_id,
        present.body_{language} AS through_{language},
        present.role,
        present.certainty,
        present.source_id,
        present.locator
    FROM binding_parties AS patterns
    JOIN present ON present.instrument_id = patterns.party_id
    JOIN instrument_spans AS texts ON texts.instrument_id = patterns.party_id
    WHERE
        patterns.is_text
        AND texts.since <= day
        AND coalesce(texts.until > day, true)
        AND texts.standing = 'made'
),

memberships AS (
    SELECT
        patterns.pattern_id,
        'membership' AS way,
        circles.body_id AS through_id,
        circles.body_{language} AS through_{language},
        circles.role,
        circles.certainty,
        circles.source_id,
        circles.locator
    FROM binding_parties AS patterns
    JOIN circles ON circles.body_id = patterns.party_id
    -- What addresses a body itself does not address its members.
    WHERE
        NOT patterns.is_text
        AND (circles.is_group OR patterns.addressee = 'member_states')
),

gathered AS (
    FROM named
    UNION ALL BY NAME
    FROM acts
    UNION ALL BY NAME
    FROM memberships
)

SELECT
    pattern_id,
    way,
    through_id,
    through_{language},
    role,
    certainty,
    way = 'membership' AND through_id IN (
        SELECT unnest([universal_members, universal_organization, all_countries]) FROM tracker
    ) AS universal,
    source_id,
    locator
FROM gathered
QUALIFY row_number() OVER (
    PARTITION BY pattern_id, way, through_id
    ORDER BY certainty, source_id, locator
) = 1
ORDER BY pattern_id, way, through_id

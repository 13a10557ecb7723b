-- en: One row per commitment made by the day and way in which it commits one country: it names the
-- country, the country signed up to the text, or it addresses the members of a body or group that
-- the country is in. Derived memberships commit nobody.
-- fr: Une ligne par engagement pris au jour dit et par voie par laquelle il engage un pays : il
-- nomme le pays, le pays a souscrit au texte, ou il s'adresse aux membres d'un organe ou d'un
-- groupe dont le pays fait partie. Les appartenances dérivées n'engagent personne.
-- key: commitment_id, way, through_id
-- parameters: country VARCHAR, day DATE
--
-- way: [commitment_way] 'named', 'act', 'membership', or 'pending' for a treaty that the country
-- signed and that does not bind it yet: not ratified, or not in force. | « named » (nommé), « act »
-- (acte propre), « membership » (appartenance), ou « pending » (en attente) pour un traité que le
-- pays a signé et qui ne le lie pas encore : non ratifié, ou non encore en vigueur.
-- through_id: -> actors, instruments The country, text, body or group through which it is
-- committed. | Le pays, le texte, l'organe ou le groupe par lequel il est engagé.
-- through_en: Its name in English. | Son nom, en anglais.
-- through_fr: Its name in French. | Son nom.
-- role: [act, membership_role] Act towards the text, or role in the body; empty where there is
-- none. | Acte envers le texte, ou rôle dans l'organe ; vide s'il n'y en a pas.
-- certainty: 'certain' if it holds on the day by every reading of the dates, else 'possible'. | «
-- certain » si cela vaut au jour dit selon toute lecture des dates, sinon « possible ».
-- source_id: Source of the act or membership, or of the commitment that names the country. | Source
-- de l'acte ou de l'appartenance, ou de l'engagement qui nomme le pays.

WITH present AS MATERIALIZED (
    FROM members_on(day)
    WHERE member_id IN (SELECT actor_id FROM actor_lanes WHERE lane_id = country)
),

made AS MATERIALIZED (
    SELECT
        commitments.id,
        commitments.addressee,
        commitments.instrument_id,
        texts.status AS instrument_status,
        commitments.source_id,
        commitments.locator
    FROM commitments
    JOIN instruments_on(day) AS texts ON texts.instrument_id = commitments.instrument_id
    WHERE texts.standing = 'made'
),

circles AS (
    SELECT
        group_id AS body_id,
        group_en AS body_en,
        group_fr AS body_fr,
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
        body_en,
        body_fr,
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
        actors.name_en AS body_en,
        actors.name_fr AS body_fr,
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
        commitment_actors.commitment_id,
        'named' AS way,
        actors.id AS through_id,
        actors.name_en AS through_en,
        actors.name_fr AS through_fr,
        NULL AS role,
        'certain' AS certainty,
        made.source_id,
        made.locator
    FROM made
    JOIN commitment_actors ON commitment_actors.commitment_id = made.id
    JOIN actor_lanes ON actor_lanes.actor_id = commitment_actors.actor_id
    JOIN actors ON actors.id = commitment_actors.actor_id
    WHERE actor_lanes.lane_id = country
),

acts AS (
    SELECT
        made.id AS commitment_id,
        CASE
            WHEN made.addressee <> 'treaty_parties' THEN 'act'
            WHEN present.role IN ('ratified', 'adhered') AND made.instrument_status = 'in_force' THEN 'act'
            ELSE 'pending'
        END AS way,
        present.instrument_id AS through_id,
        present.body_en AS through_en,
        present.body_fr AS through_fr,
        present.role,
        present.certainty,
        present.source_id,
        present.locator
    FROM made
    JOIN present ON present.instrument_id = made.instrument_id
    WHERE made.addressee IN (
        'member_states', 'treaty_parties', 'participants', 'adherents',
        'all_stakeholders', 'international_community'
    )
),

memberships AS (
    SELECT
        made.id AS commitment_id,
        'membership' AS way,
        circles.body_id AS through_id,
        circles.body_en AS through_en,
        circles.body_fr AS through_fr,
        circles.role,
        circles.certainty,
        circles.source_id,
        circles.locator
    FROM made
    JOIN commitment_actors ON commitment_actors.commitment_id = made.id
    JOIN circles ON circles.body_id = commitment_actors.actor_id
    -- What addresses a body itself does not address its members.
    WHERE circles.is_group OR made.addressee = 'member_states'
),

gathered AS (
    FROM named
    UNION ALL BY NAME
    FROM acts
    UNION ALL BY NAME
    FROM memberships
)

SELECT
    commitment_id,
    way,
    through_id,
    through_en,
    through_fr,
    role,
    certainty,
    source_id,
    locator
FROM gathered
QUALIFY row_number() OVER (
    PARTITION BY commitment_id, way, through_id
    ORDER BY certainty, source_id, locator
) = 1
ORDER BY commitment_id, way, through_id

-- One row per spell of membership and per act towards a text, whatever the role. It ends when the
-- member leaves or withdraws, or when the body is dissolved, whichever comes first; a withdrawal
-- ends every act that is not certainly later.
-- key: row_table, row_id
-- stored: row_table, row_id
--
-- row_table: -> dictionary 'memberships' or 'adherences'.
-- row_id: Key of the row in that table.
-- organization_id: The body or group of countries; empty for a text.
-- instrument_id: The text; empty for a body.
-- body_kind: [body_kind] 'organization', 'country_group' or 'instrument'.
-- body: Name of the body or short title of the text.
-- member: Name of the member.
-- member_kind: [actor_kind] What kind of actor the member is.
-- role: [act, membership_role] Role of the membership, or the act.
-- role_vocabulary: -> vocabularies Closed list of the role: 'membership_role' or 'act'.
-- counted: Whether the role makes it a member or adherent that is counted.
-- alone: Whether no other row is about the same body or text and member.
-- strength: Which of several roles is named first: ratified before adhered, signed, endorsed;
-- founding member before member.
-- joined_on: Since when, as precisely as the source says.
-- left_on: First day on which it is no longer in; empty if no end is known.
-- expected_left_on: First day on which it is expected to be no longer in, where no end is known.
-- certain_until: First day on which it is no longer certain: the first day that its end, known or
-- expected, can mean; empty if it is in for as long as anybody knows.

-- Who has more than one spell in a body, or act towards a text.
WITH several_spells AS (
    SELECT
        organization_id,
        member_id
    FROM memberships
    GROUP BY ALL
    HAVING count(*) > 1
),

several_acts AS (
    SELECT
        instrument_id,
        actor_id
    FROM adherences
    GROUP BY ALL
    HAVING count(*) > 1
),

spells AS (
    SELECT
        memberships.*,
        bodies.kind = 'country_group' AS is_group,
        bodies.name_{language} AS body_{language},
        CASE
            WHEN bodies.dissolved_on_latest < coalesce(left_on_latest, DATE 'infinity') THEN {
                'latest': bodies.dissolved_on_latest,
                'earliest': bodies.dissolved_on_earliest,
                'edtf': bodies.dissolved_on
            }
            ELSE {'latest': left_on_latest, 'earliest': left_on_earliest, 'edtf': left_on}
        END AS ended,
        several.member_id IS NULL AS alone
    FROM memberships
    JOIN actors AS bodies ON bodies.id = memberships.organization_id
    LEFT JOIN several_spells AS several
        ON several.organization_id = memberships.organization_id
        AND several.member_id = memberships.member_id
),

withdrawals AS (
    SELECT
        acts.id,
        min({
            'latest': withdrawn.on_date_latest,
            'earliest': withdrawn.on_date_earliest,
            'edtf': withdrawn.on_date
        }) AS ended
    FROM adherences AS acts
    JOIN adherences AS withdrawn
        ON withdrawn.actor_id = acts.actor_id
        AND withdrawn.instrument_id = acts.instrument_id
    WHERE
        withdrawn.act = 'withdrew'
        AND acts.act <> 'withdrew'
        AND (acts.on_date_earliest IS NULL OR withdrawn.on_date_latest >= acts.on_date_earliest)
    GROUP BY ALL
),

acts AS (
    SELECT
        adherences.*,
        instruments.short_title_{language} AS body_{language},
        CASE
            WHEN withdrawals.ended.latest < coalesce(until_date_latest, DATE 'infinity')
                THEN withdrawals.ended
            ELSE {'latest': until_date_latest, 'earliest': until_date_earliest, 'edtf': until_date}
        END AS ended,
        several.actor_id IS NULL AS alone
    FROM adherences
    JOIN instruments ON instruments.id = adherences.instrument_id
    LEFT JOIN several_acts AS several
        ON several.instrument_id = adherences.instrument_id
        AND several.actor_id = adherences.actor_id
    LEFT JOIN withdrawals ON withdrawals.id = adherences.id
),

gathered AS (
    SELECT
        'memberships' AS row_table,
        id AS row_id,
        organization_id,
        NULL AS instrument_id,
        CASE WHEN is_group THEN 'country_group' ELSE 'organization' END AS body_kind,
        body_{language},
        member_id,
        role,
        'membership_role' AS role_vocabulary,
        alone,
        coalesce(list_position(['member', 'founding_member'], role), 0) AS strength,
        joined_on{days},
        ended,
        CASE WHEN ended.edtf IS NULL THEN {
            'latest': expected_left_on_latest,
            'earliest': expected_left_on_earliest,
            'edtf': expected_left_on
        } END AS expected,
        basis AS derivation,
        note_{language},
        source_id,
        locator,
        confidence
    FROM spells

    UNION ALL

    SELECT
        'adherences' AS row_table,
        id AS row_id,
        NULL AS organization_id,
        instrument_id,
        'instrument' AS body_kind,
        body_{language},
        actor_id AS member_id,
        act AS role,
        'act' AS role_vocabulary,
        alone,
        coalesce(list_position(['endorsed', 'signed', 'adhered', 'ratified'], act), 0) AS strength,
        on_date{days} AS joined_on{days},
        ended,
        NULL AS expected,
        derivation,
        note_{language},
        source_id,
        locator,
        confidence
    FROM acts
)

SELECT
    gathered.row_table,
    gathered.row_id,
    gathered.organization_id,
    gathered.instrument_id,
    gathered.body_kind,
    gathered.body_{language},
    gathered.member_id,
    members.name_{language} AS member_{language},
    members.kind AS member_kind,
    gathered.role,
    gathered.role_vocabulary,
    gathered.strength > 0 AS counted,
    gathered.alone,
    gathered.strength,
    gathered.joined_on{days},
    gathered.ended.edtf AS left_on,
    gathered.ended.earliest AS left_on_earliest,
    gathered.ended.latest AS left_on_latest,
    gathered.expected.edtf AS expected_left_on,
    -- An end that is open to the past leaves no day on which it is certain.
    CASE
        WHEN gathered.ended.edtf IS NOT NULL
            THEN coalesce(gathered.ended.earliest, gathered.joined_on_latest)
        WHEN gathered.expected.edtf IS NOT NULL
            THEN coalesce(gathered.expected.earliest, gathered.joined_on_latest)
    END AS certain_until,
    gathered.derivation,
    gathered.note_{language},
    gathered.source_id,
    gathered.locator,
    gathered.confidence
FROM gathered
JOIN actors AS members ON members.id = gathered.member_id
ORDER BY gathered.row_table, gathered.row_id

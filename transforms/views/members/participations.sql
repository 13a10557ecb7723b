-- en: One row per spell of membership and per act towards a text, whatever the role. It ends when
-- the member leaves or withdraws, or when the body is dissolved, whichever comes first; a
-- withdrawal ends every act that is not certainly later.
-- fr: Une ligne par période d'appartenance et par acte envers un texte, quel que soit le rôle. Elle
-- prend fin au départ ou au retrait du membre, ou à la dissolution de l'organe, selon ce qui vient
-- d'abord ; un retrait met fin à tout acte qui n'est pas certainement postérieur.
-- key: row_table, row_id
--
-- row_table: -> dictionary 'memberships' or 'adherences'. | « memberships » (appartenances) ou «
-- adherences » (actes).
-- row_id: Key of the row in that table. | Clé de la ligne dans cette table.
-- organization_id: The body or group of countries; empty for a text. | L'organe ou le groupe de
-- pays ; vide pour un texte.
-- instrument_id: The text; empty for a body. | Le texte ; vide pour un organe.
-- body_kind: [body_kind] 'organization', 'country_group' or 'instrument'. | « organization »
-- (organisation), « country_group » (groupe de pays) ou « instrument » (texte).
-- body_en: Name of the body or short title of the text, in English. | Nom de l'organe ou titre
-- court du texte, en anglais.
-- body_fr: Name of the body or short title of the text, in French. | Nom de l'organe ou titre court
-- du texte.
-- member_en: Name of the member in English. | Nom du membre, en anglais.
-- member_fr: Name of the member in French. | Nom du membre.
-- member_kind: [actor_kind] What kind of actor the member is. | Nature de l'acteur membre.
-- role: [act, membership_role] Role of the membership, or the act. | Rôle de l'appartenance, ou
-- l'acte.
-- role_vocabulary: -> vocabularies Closed list of the role: 'membership_role' or 'act'. | Liste
-- fermée du rôle : « membership_role » ou « act ».
-- counted: Whether the role makes it a member or adherent that is counted. | Si ce rôle en fait un
-- membre ou un adhérent compté.
-- strength: Which of several roles is named first: ratified before adhered, signed, endorsed;
-- founding member before member. | Lequel de plusieurs rôles est retenu : ratification avant
-- adhésion, signature, approbation ; membre fondateur avant membre.
-- joined_on: Since when, as precisely as the source says. | Depuis quand, avec la précision de la
-- source.
-- left_on: First day on which it is no longer in; empty if no end is known. | Premier jour où il
-- n'en fait plus partie ; vide si aucune fin n'est connue.
-- expected_left_on: First day on which it is expected to be no longer in, where no end is known. |
-- Premier jour où il ne devrait plus en faire partie, si aucune fin n'est connue.
-- certain_until: First day on which it is no longer certain: the first day that its end, known or
-- expected, can mean; empty if it is in for as long as anybody knows. | Premier jour où elle n'est
-- plus certaine : le premier jour que sa fin, connue ou attendue, peut désigner ; vide si nul n'en
-- connaît de fin.
-- derivation: Whether declared, or derived from something else. | Déclarée, ou dérivée d'autre
-- chose.
-- note_en: What else a reader should know, in English. | Ce qu'il faut savoir de plus, en anglais.
-- note_fr: What else a reader should know, in French. | Ce qu'il faut savoir de plus.

WITH spells AS (
    SELECT
        memberships.*,
        bodies.kind = 'country_group' AS is_group,
        bodies.name_en AS body_en,
        bodies.name_fr AS body_fr,
        CASE
            WHEN bodies.dissolved_on_latest < coalesce(left_on_latest, DATE 'infinity') THEN {
                'latest': bodies.dissolved_on_latest,
                'earliest': bodies.dissolved_on_earliest,
                'edtf': bodies.dissolved_on
            }
            ELSE {'latest': left_on_latest, 'earliest': left_on_earliest, 'edtf': left_on}
        END AS ended
    FROM memberships
    JOIN actors AS bodies ON bodies.id = memberships.organization_id
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
        instruments.short_title_en AS body_en,
        instruments.short_title_fr AS body_fr,
        CASE
            WHEN withdrawals.ended.latest < coalesce(until_date_latest, DATE 'infinity')
                THEN withdrawals.ended
            ELSE {'latest': until_date_latest, 'earliest': until_date_earliest, 'edtf': until_date}
        END AS ended
    FROM adherences
    JOIN instruments ON instruments.id = adherences.instrument_id
    LEFT JOIN withdrawals ON withdrawals.id = adherences.id
),

gathered AS (
    SELECT
        'memberships' AS row_table,
        id AS row_id,
        organization_id,
        NULL AS instrument_id,
        CASE WHEN is_group THEN 'country_group' ELSE 'organization' END AS body_kind,
        body_en,
        body_fr,
        member_id,
        role,
        'membership_role' AS role_vocabulary,
        coalesce(list_position(['member', 'founding_member'], role), 0) AS strength,
        joined_on,
        joined_on_earliest,
        joined_on_latest,
        ended,
        CASE WHEN ended.edtf IS NULL THEN {
            'latest': expected_left_on_latest,
            'earliest': expected_left_on_earliest,
            'edtf': expected_left_on
        } END AS expected,
        basis AS derivation,
        note_en,
        note_fr,
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
        body_en,
        body_fr,
        actor_id AS member_id,
        act AS role,
        'act' AS role_vocabulary,
        coalesce(list_position(['endorsed', 'signed', 'adhered', 'ratified'], act), 0) AS strength,
        on_date AS joined_on,
        on_date_earliest AS joined_on_earliest,
        on_date_latest AS joined_on_latest,
        ended,
        NULL AS expected,
        derivation,
        note_en,
        note_fr,
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
    gathered.body_en,
    gathered.body_fr,
    gathered.member_id,
    members.name_en AS member_en,
    members.name_fr AS member_fr,
    members.kind AS member_kind,
    gathered.role,
    gathered.role_vocabulary,
    gathered.strength > 0 AS counted,
    gathered.strength,
    gathered.joined_on,
    gathered.joined_on_earliest,
    gathered.joined_on_latest,
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
    gathered.note_en,
    gathered.note_fr,
    gathered.source_id,
    gathered.locator,
    gathered.confidence
FROM gathered
JOIN actors AS members ON members.id = gathered.member_id
ORDER BY gathered.row_table, gathered.row_id

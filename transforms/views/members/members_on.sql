-- en: One row per body and member that is in on the day, or may be: members and founding members of
-- an organization or group, and those who signed, ratified, endorsed or adhered to a text. Derived
-- membership only if asked for.
-- fr: Une ligne par organe et par membre qui en fait partie, ou peut en faire partie, au jour dit :
-- membres et membres fondateurs d'une organisation ou d'un groupe, et ceux qui ont signé, ratifié,
-- approuvé un texte ou y ont adhéré. Les appartenances dérivées seulement sur demande.
-- key: organization_id, instrument_id, member_id
-- parameters: day DATE, include_derived BOOLEAN := false
--
-- role: [membership_role, act] Role or act; of several in force, the strongest: ratified, adhered,
-- signed, endorsed. | Rôle ou acte ; parmi plusieurs en vigueur, le plus fort : ratification,
-- adhésion, signature, approbation.
-- joined_on: Since when it is in: the first of its acts or spells in force. | Depuis quand il en
-- fait partie : le premier de ses actes ou de ses périodes en cours.
-- expected_left_on: First day on which it is expected to be no longer in: past it, it is in only
-- possibly, until a source says that it left. | Premier jour où il ne devrait plus en faire partie :
-- passé ce jour, il n'en fait partie que peut-être, tant qu'aucune source ne dit qu'il est parti.
-- certainty: [certainty] 'certain' if every reading of the dates has it in on the day and no end was
-- expected by then, else 'possible'. | « certain » si toute lecture des dates l'y place au jour dit
-- et qu'aucune fin n'était attendue d'ici là, sinon « possible ».
-- source_id: Source of the row that gives the role. | Source de la ligne qui donne le rôle.
-- row_table: Table of that row. | Table de cette ligne.
-- row_id: Key of that row. | Clé de cette ligne.

WITH present AS (
    SELECT
        *,
        certainty_on(
            joined_on_earliest, joined_on_latest, certain_until, left_on_latest, day
        ) AS certainty
    FROM participations
    WHERE
        counted
        AND (derivation = 'declared' OR include_derived)
        AND certainty IS NOT NULL
),

-- A member with several acts or spells appears once: what is certain and declared goes first.
once AS (
    SELECT
        * EXCLUDE (joined_on, joined_on_earliest, joined_on_latest),
        first_value({
            'edtf': joined_on,
            'earliest': joined_on_earliest,
            'latest': joined_on_latest
        }) OVER (
            PARTITION BY organization_id, instrument_id, member_id
            ORDER BY
                certainty,
                derivation = 'declared' DESC,
                joined_on_latest,
                joined_on_earliest NULLS FIRST,
                row_id
        ) AS joined
    FROM present
    QUALIFY row_number() OVER (
        PARTITION BY organization_id, instrument_id, member_id
        ORDER BY
            certainty,
            derivation = 'declared' DESC,
            strength DESC,
            joined_on_latest DESC,
            row_id
    ) = 1
)

SELECT
    organization_id,
    instrument_id,
    body_kind,
    body_en,
    body_fr,
    member_id,
    member_en,
    member_fr,
    member_kind,
    role,
    joined.edtf AS joined_on,
    joined.earliest AS joined_on_earliest,
    joined.latest AS joined_on_latest,
    left_on,
    left_on_earliest,
    left_on_latest,
    expected_left_on,
    certainty,
    derivation,
    source_id,
    locator,
    row_table,
    row_id
FROM once
ORDER BY body_en, organization_id, instrument_id, member_en, member_id

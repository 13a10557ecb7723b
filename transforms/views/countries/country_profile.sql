-- en: One row per fact of one country, as known on the day: memberships, acts, positions, experts,
-- hosting, initiatives that it leads or that reach it, needs and groups.
-- fr: Une ligne par fait concernant un pays, tel que connu au jour dit : appartenances, actes,
-- positions, experts, accueil, initiatives qu'il conduit ou qui le touchent, besoins et groupes.
-- key: section, row_table, id
-- parameters: country VARCHAR, day DATE
--
-- section: 'membership', 'adherence', 'position', 'appointment', 'hosting', 'initiative', 'need' or
-- 'group'. | « membership » (appartenance), « adherence » (acte envers un texte), « position », «
-- appointment » (nomination), « hosting » (accueil), « initiative », « need » (besoin) ou « group »
-- (groupe).

WITH gathered AS (
    FROM country_participations(country, day)
    UNION ALL BY NAME
    FROM country_events(country, day)
    UNION ALL BY NAME
    FROM country_offers(country, day)
)

SELECT
    section,
    row_table,
    id,
    subject_id,
    subject_en,
    subject_fr,
    detail,
    detail_vocabulary,
    note_en,
    note_fr,
    since,
    since_earliest,
    since_latest,
    until,
    certainty,
    derivation,
    source_id,
    locator
FROM gathered
ORDER BY
    list_position(
        ['membership', 'adherence', 'position', 'appointment', 'hosting', 'initiative', 'need', 'group'],
        section
    ),
    since_latest NULLS LAST,
    subject_en,
    row_table,
    id

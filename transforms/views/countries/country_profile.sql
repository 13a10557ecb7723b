-- en: One row per fact of one country, as known on the day: memberships, acts, positions, experts,
-- hosting, initiatives that it leads or that reach it, needs and groups.
-- fr: Une ligne par fait concernant un pays, tel que connu au jour dit : appartenances, actes,
-- positions, experts, accueil, initiatives qu'il conduit ou qui le touchent, besoins et groupes.
-- parameters: country VARCHAR, day DATE
--
-- section: 'membership', 'adherence', 'position', 'appointment', 'hosting', 'initiative', 'need' or
-- 'group'. | « membership » (appartenance), « adherence » (acte envers un texte), « position », «
-- appointment » (nomination), « hosting » (accueil), « initiative », « need » (besoin) ou « group »
-- (groupe).
-- row_table: Table of the row. | Table de la ligne.
-- id: Key of the row. | Clé de la ligne.
-- subject_id: The body, text, event, initiative, focus area or group it is about. | L'organe, le
-- texte, l'événement, l'initiative, le domaine ou le groupe concerné.
-- subject_en: Its name in English. | Son nom, en anglais.
-- subject_fr: Its name in French. | Son nom.
-- detail: What exactly, as a code: the role, act, position, kind or status. | Précision, sous forme
-- de code : rôle, acte, position, nature ou état.
-- detail_vocabulary: Closed list from which the code comes. | Liste fermée d'où vient le code.
-- note_en: What else a reader should know, in English: the person, the need, the group through
-- which it applies. | Ce qu'il faut savoir de plus, en anglais : la personne, le besoin, le groupe
-- par lequel il s'applique.
-- note_fr: What else a reader should know, in French. | Ce qu'il faut savoir de plus : la personne,
-- le besoin, le groupe par lequel il s'applique.
-- since: Since when, or when. | Depuis quand, ou quand.
-- since_earliest: First day that since can mean. | Premier jour que since peut désigner.
-- since_latest: Last day that since can mean. | Dernier jour que since peut désigner.
-- until: First day on which it is no longer so. | Premier jour où il n'en est plus ainsi.
-- certainty: 'certain' if it holds on the day by every reading of the dates, else 'possible'; a
-- planned event is never more than possible. | « certain » si cela vaut au jour dit selon toute
-- lecture des dates, sinon « possible » ; un événement prévu n'est jamais que possible.
-- derivation: 'declared' if it names the country, 'derived' if it applies through something else. |
-- « declared » (déclaré) si le pays est nommé, « derived » (dérivé) si cela découle d'autre chose.
-- source_id: Source in which the fact was read. | Source dans laquelle le fait a été lu.
-- locator: Place in the source. | Endroit dans la source.

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

-- en: One row per named part of a text, in the order of the text: how many commitments stand in it
-- on the day, those of its narrower parts included, and how far they are met. A part in which
-- nothing is promised has its row too.
-- fr: Une ligne par partie nommée d'un texte, dans l'ordre du texte : combien d'engagements y
-- figurent au jour dit, ceux des parties qu'elle contient compris, et leur degré de réalisation.
-- Une partie où rien n'est promis a aussi sa ligne.
-- key: part_id
-- parameters: day DATE
--
-- instrument_id: The text. | Le texte.
-- position: Its place among the parts of the text. | Sa place parmi les parties du texte.
-- broader_id: The part that contains it. | La partie qui la contient.
-- depth: How many parts contain it. | Nombre de parties qui la contiennent.
-- part_en: Heading of the part in English. | Intitulé de la partie, en anglais.
-- part_fr: Heading of the part in French. | Intitulé de la partie.
-- commitments: Commitments made by the day. | Engagements pris à ce jour.
-- complete: Those of them that are complete. | Ceux d'entre eux qui sont réalisés.
-- overdue: Those of them that are overdue. | Ceux d'entre eux qui sont en retard.
-- not_assessed: Those of them that nobody has assessed by the day. | Ceux d'entre eux que personne
-- n'a évalués à ce jour.
-- source_id: Source in which the parts were read. | Source dans laquelle les parties ont été lues.
-- locator: Place of the part in the text. | Endroit de la partie dans le texte.

WITH placed AS (
    SELECT
        part_ancestors.ancestor_id AS part_id,
        made.id,
        made.status,
        made.overdue
    FROM commitments_on(day) AS made
    JOIN commitment_parts ON commitment_parts.commitment_id = made.id
    JOIN part_ancestors ON part_ancestors.part_id = commitment_parts.part_id
),

depths AS (
    SELECT
        part_id,
        max(steps) AS depth
    FROM part_ancestors
    GROUP BY part_id
)

SELECT
    parts.instrument_id,
    instruments.short_title_en AS instrument_en,
    instruments.short_title_fr AS instrument_fr,
    parts.id AS part_id,
    parts.position,
    parts.broader_id,
    depths.depth,
    parts.name_en AS part_en,
    parts.name_fr AS part_fr,
    count(DISTINCT placed.id) AS commitments,
    count(DISTINCT placed.id) FILTER (placed.status = 'complete') AS complete,
    count(DISTINCT placed.id) FILTER (placed.overdue) AS overdue,
    count(DISTINCT placed.id) FILTER (placed.status = 'not_assessed') AS not_assessed,
    parts.source_id,
    parts.locator
FROM instrument_parts AS parts
JOIN instruments ON instruments.id = parts.instrument_id
JOIN depths ON depths.part_id = parts.id
LEFT JOIN placed ON placed.part_id = parts.id
GROUP BY ALL
ORDER BY parts.instrument_id, parts.position, parts.id

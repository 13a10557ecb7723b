-- en: One row per text and each text it bears on or that bears on it; every relation is told from
-- both sides. A draft is not its resolution: they are two texts of one line.
-- fr: Une ligne par texte et par texte sur lequel il agit ou qui agit sur lui ; chaque lien est dit
-- des deux côtés. Un projet n'est pas sa résolution : ce sont deux textes d'une même lignée.
-- key: instrument_id, direction, relation, other_id
--
-- instrument_en: Short title of the text in English. | Titre court du texte, en anglais.
-- instrument_fr: Short title of the text in French. | Titre court du texte.
-- instrument_symbol: Official symbol of the text. | Cote officielle du texte.
-- direction: [descent_direction] 'forward': the text, the relation, the other; 'backward': the
-- other, the relation, the text. | « forward » : le texte, le lien, l'autre ; « backward » :
-- l'autre, le lien, le texte.
-- relation: How the one bears on the other. | Le lien de l'un avec l'autre.
-- other_id: -> instruments The other text. | L'autre texte.
-- other_en: Short title of the other in English. | Titre court de l'autre, en anglais.
-- other_fr: Short title of the other in French. | Titre court de l'autre.
-- other_symbol: Official symbol of the other. | Cote officielle de l'autre.
-- other_status: [instrument_status] Where the other stands today. | État de l'autre aujourd'hui.
-- line: Key of the first text of the line of descent. | Clé du premier texte de la lignée.

WITH relations AS (
    SELECT
        from_id,
        to_id,
        relation,
        source_id,
        locator,
        confidence
    FROM instrument_relations

    UNION ALL

    SELECT
        id AS from_id,
        part_of_id AS to_id,
        'part_of' AS relation,
        source_id,
        locator,
        confidence
    FROM instruments
    WHERE part_of_id IS NOT NULL
),

both_sides AS (
    SELECT
        from_id AS instrument_id,
        'forward' AS direction,
        to_id AS other_id,
        relations.* EXCLUDE (from_id, to_id)
    FROM relations

    UNION ALL

    SELECT
        to_id AS instrument_id,
        'backward' AS direction,
        from_id AS other_id,
        relations.* EXCLUDE (from_id, to_id)
    FROM relations
)

SELECT
    both_sides.instrument_id,
    own.short_title_en AS instrument_en,
    own.short_title_fr AS instrument_fr,
    own.symbol AS instrument_symbol,
    both_sides.direction,
    both_sides.relation,
    both_sides.other_id,
    others.short_title_en AS other_en,
    others.short_title_fr AS other_fr,
    others.symbol AS other_symbol,
    others.status AS other_status,
    instrument_lines.line,
    both_sides.source_id,
    both_sides.locator,
    both_sides.confidence
FROM both_sides
JOIN instruments AS own ON own.id = both_sides.instrument_id
JOIN instruments AS others ON others.id = both_sides.other_id
JOIN instrument_lines ON instrument_lines.instrument_id = both_sides.instrument_id
ORDER BY both_sides.instrument_id, both_sides.direction, both_sides.relation, both_sides.other_id

-- en: One row per body and day on which its declared roster changes or a source reports a count
-- that compares with it; two reports on one day are two rows. A body of which only reports are
-- known has no count of its own.
-- fr: Une ligne par organe et par jour où sa liste déclarée change ou pour lequel une source donne
-- un nombre comparable ; deux sources le même jour font deux lignes. Un organe dont seuls des
-- nombres sont connus n'a pas de compte propre.
-- key: organization_id, instrument_id, day, reported_count_id
--
-- day: From this day on, until the next row of the body. | À partir de ce jour, jusqu'à la ligne
-- suivante de l'organe.

SELECT
    organization_id,
    instrument_id,
    body_en,
    body_fr,
    body_kind,
    counted_on AS day,
    certain,
    possible,
    certain_change,
    reported_count_id,
    reported,
    reported_qualifier,
    reported_scope_en,
    reported_scope_fr,
    agrees,
    difference,
    source_id
FROM roster_counts
ORDER BY body_en, coalesce('a:' || organization_id, 'i:' || instrument_id), counted_on, reported_count_id

-- en: One row per body and day on which the number of its members changes or may change: the step
-- lines of the rosters, with derived membership only if asked for. `member_counts` has the same
-- steps of the declared rosters, beside what sources report.
-- fr: Une ligne par organe et par jour où le nombre de ses membres change ou peut changer : les
-- courbes en escalier des listes, avec les appartenances dérivées seulement sur demande.
-- `member_counts` donne les mêmes marches pour les listes déclarées, à côté des nombres des
-- sources.
-- key: organization_id, instrument_id, day
-- parameters: include_derived BOOLEAN := false
--
-- day: From this day on, until the next row of the body; empty for the time before all days that a
-- source names, where it leaves the beginning open. | À partir de ce jour, jusqu'à la ligne
-- suivante de l'organe ; vide pour le temps d'avant tous les jours nommés, si la source laisse le
-- début ouvert.

SELECT
    organization_id,
    instrument_id,
    body_kind,
    body_en,
    body_fr,
    changed_on AS day,
    certain,
    possible
FROM roster_changes(include_derived := include_derived)
ORDER BY body_en, organization_id, instrument_id, changed_on NULLS FIRST

-- en: One row per number of members or signatories that a source reports, beside the roster of that
-- day, and what the two together say of the roster.
-- fr: Une ligne par nombre de membres ou de signataires qu'indique une source, à côté de la liste à
-- ce jour, et ce que les deux ensemble disent de la liste.
-- key: reported_count_id
--
-- body_id: -> actors, instruments The organization, group or text. | L'organisation, le groupe ou
-- le texte.
-- body_kind: What it is: 'organization', 'country_group' or 'instrument'. | Sa nature : «
-- organization » (organisation), « country_group » (groupe de pays) ou « instrument » (texte).
-- body_en: Its name in English. | Son nom, en anglais.
-- body_fr: Its name in French. | Son nom.
-- day_reported: Day for which the number is reported. | Jour pour lequel le nombre est indiqué.
-- reported_count_id: The report. | L'indication.
-- reported: The number that the source states. | Le nombre qu'indique la source.
-- reported_qualifier: How exact it is. | Sa précision.
-- certain: How many the roster certainly had then. | Nombre certain selon la liste à ce moment.
-- possible: How many it could have had. | Nombre possible selon la liste à ce moment.
-- roster: [roster_state] 'complete' if the number is exact and the roster gives it: not to be on it
-- then says something; 'partial' if the roster lists fewer than the source states; empty if neither
-- is known. | « complete » (complète) si le nombre est exact et que la liste le donne : ne pas y
-- être signifie alors quelque chose ; « partial » (partielle) si elle compte moins de noms que la
-- source n'en indique ; vide si l'on ne sait ni l'un ni l'autre.

SELECT
    coalesce(organization_id, instrument_id) AS body_id,
    body_kind,
    body_en,
    body_fr,
    counted_on AS day_reported,
    reported_count_id,
    reported,
    reported_qualifier,
    certain,
    possible,
    CASE
        WHEN agrees AND reported_qualifier = 'exactly' THEN 'complete'
        WHEN NOT agrees AND possible < reported THEN 'partial'
    END AS roster
FROM roster_counts
WHERE reported IS NOT NULL
ORDER BY body_en, body_id, day_reported, reported_count_id

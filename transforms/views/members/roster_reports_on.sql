-- en: One row per organization and per text of which a source had reported a number of members by
-- the day: the newest report, and what it says of the roster. Groups of countries are left out.
-- fr: Une ligne par organisation et par texte dont une source avait indiqué le nombre de membres au
-- jour dit : l'indication la plus récente, et ce qu'elle dit de la liste. Les groupes de pays n'y
-- sont pas.
-- key: body_id
-- parameters: day DATE
--
-- body_id: -> actors, instruments The organization or text. | L'organisation ou le texte.
-- body_kind: What it is: 'organization' or 'instrument'. | Sa nature : « organization »
-- (organisation) ou « instrument » (texte).

SELECT
    body_id,
    body_kind,
    body_en,
    body_fr,
    day_reported,
    reported_count_id,
    reported,
    reported_qualifier,
    certain,
    possible,
    roster
FROM roster_reports
JOIN publications
    ON publications.row_table = 'reported_counts'
    AND publications.row_id = roster_reports.reported_count_id
WHERE
    day_reported <= day
    AND body_kind <> 'country_group'
    AND coalesce(publications.known_on <= day, true)
QUALIFY row_number() OVER (
    PARTITION BY body_id
    ORDER BY day_reported DESC, reported_count_id DESC
) = 1
ORDER BY body_kind DESC, body_en, body_id

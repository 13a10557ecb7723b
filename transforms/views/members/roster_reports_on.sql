-- One row per organization and per text of which a source had reported a number of members by the
-- day: the newest report, and what it says of the roster. Groups of countries are left out.
-- key: body_id
-- parameters: day DATE
--
-- body_id: -> actors, instruments The organization or text.
-- body_kind: What it is: 'organization' or 'instrument'.

SELECT roster_reports.*
FROM roster_reports
JOIN publications
    ON publications.row_table = 'reported_counts'
    AND publications.row_id = roster_reports.reported_count_id
WHERE
    is_stated(day_reported, publications.known_on, day)
    AND body_kind <> 'country_group'
QUALIFY row_number() OVER (
    PARTITION BY body_id
    ORDER BY day_reported DESC, reported_count_id DESC
) = 1
ORDER BY body_kind DESC, body_{first}, body_id

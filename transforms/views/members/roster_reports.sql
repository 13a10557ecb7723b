-- One row per number of members or signatories that a source reports, beside the roster of that
-- day, and what the two together say of the roster.
-- key: reported_count_id
--
-- body_id: -> actors, instruments The organization, group or text.
-- body_kind: What it is: 'organization', 'country_group' or 'instrument'.
-- body: Its name.
-- day_reported: Day for which the number is reported.
-- reported_count_id: The report.
-- reported: The number that the source states.
-- reported_qualifier: How exact it is.
-- certain: How many the roster certainly had then.
-- possible: How many it could have had.
-- roster: [roster_state] 'complete' if the number is exact and the roster gives it: not to be on it
-- then says something; 'partial' if the roster lists fewer than the source states; empty if neither
-- is known.

SELECT
    coalesce(organization_id, instrument_id) AS body_id,
    body_kind,
    body_{language},
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
ORDER BY body_{first}, body_id, day_reported, reported_count_id

-- title: Where does a source state another number of members than the roster gives?
SELECT
    body_en,
    day,
    reported_qualifier,
    reported,
    certain,
    possible,
    reported_scope_en,
    source_id
FROM member_counts
WHERE
    NOT agrees
    AND day <= $day
ORDER BY day DESC, body_en, reported

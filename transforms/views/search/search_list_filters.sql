-- One row per way in which a page lists what belongs to a thing: by one filter, or by two.
-- key: page, parameter, second
-- stored: page, parameter, second
--
-- page: The page.
-- parameter: The filter.
-- second: The filter that is given with it.
-- alone: Whether the values of both mean the page without a word for it.

FROM (
    VALUES
    ('commitments', 'instrument', NULL, false),
    ('commitments', 'focus_area', NULL, false),
    ('commitments', 'country', NULL, false),
    ('commitments', 'actor', NULL, false),
    ('commitments', 'beneficiary', NULL, false),
    ('commitments', 'instrument', 'focus_area', false),
    ('commitments', 'country', 'focus_area', false),
    ('commitments', 'actor', 'focus_area', false),
    ('members', 'body', NULL, false),
    ('capacity', 'focus_area', NULL, false),
    ('capacity', 'group', NULL, false),
    ('capacity', 'focus_area', 'group', true),
    ('topics', 'id', NULL, false),
    ('texts', 'id', NULL, false),
    ('timeline', 'body', NULL, false),
    ('countries', 'country', 'with', true)
) AS filters (page, parameter, second, alone)
ORDER BY page, parameter, second

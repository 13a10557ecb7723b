-- One row per way in which a page lists what belongs to a thing: by one filter, or by two.
-- key: page, parameter, second
-- stored: page, parameter, second
--
-- page: The page.
-- parameter: The filter.
-- second: The filter that is given with it.
-- alone: Whether the values of both mean the page without a word for it.
-- is_listed: Whether the second is no filter, but one of those that the page lists by the first.

FROM (
    VALUES
    ('commitments', 'instrument', NULL, false, false),
    ('commitments', 'focus_area', NULL, false, false),
    ('commitments', 'country', NULL, false, false),
    ('commitments', 'actor', NULL, false, false),
    ('commitments', 'beneficiary', NULL, false, false),
    ('commitments', 'instrument', 'focus_area', false, false),
    ('commitments', 'country', 'focus_area', false, false),
    ('commitments', 'actor', 'focus_area', false, false),
    ('members', 'body', NULL, false, false),
    ('members', 'body', 'country', true, true),
    ('capacity', 'focus_area', NULL, false, false),
    ('capacity', 'group', NULL, false, false),
    ('capacity', 'focus_area', 'group', true, false),
    ('topics', 'id', NULL, false, false),
    ('texts', 'id', NULL, false, false),
    ('timeline', 'body', NULL, false, false),
    ('countries', 'country', 'with', true, false)
) AS filters (page, parameter, second, alone, is_listed)
ORDER BY page, parameter, second

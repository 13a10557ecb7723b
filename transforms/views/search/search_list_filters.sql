-- One row per way in which a page lists what belongs to a thing: by one filter, or by two.
-- key: page, parameter, second
-- stored: page, parameter, second
--
-- page: The page.
-- parameter: The filter.
-- second: The filter that is given with it.
-- alone: Whether the values of both mean the page without a word for it.
-- is_listed: Whether the second is no filter, but one of those that the page lists by the first.
-- in_full: Whether without a word for the page each must be typed as it is called: not a part of its name.

FROM (
    VALUES
    ('commitments', 'instrument', NULL, false, false, false),
    ('commitments', 'focus_area', NULL, false, false, false),
    ('commitments', 'country', NULL, false, false, false),
    ('commitments', 'actor', NULL, false, false, false),
    ('commitments', 'beneficiary', NULL, false, false, false),
    ('commitments', 'instrument', 'focus_area', false, false, false),
    ('commitments', 'country', 'focus_area', false, false, false),
    ('commitments', 'instrument', 'country', true, false, true),
    ('commitments', 'actor', 'focus_area', false, false, false),
    ('members', 'body', NULL, false, false, false),
    ('members', 'body', 'country', true, true, false),
    ('capacity', 'focus_area', NULL, false, false, false),
    ('capacity', 'group', NULL, false, false, false),
    ('capacity', 'focus_area', 'group', true, false, false),
    ('topics', 'id', NULL, false, false, false),
    ('texts', 'id', NULL, false, false, false),
    ('timeline', 'body', NULL, false, false, false),
    ('countries', 'country', 'with', true, false, false)
) AS filters (page, parameter, second, alone, is_listed, in_full)
ORDER BY page, parameter, second

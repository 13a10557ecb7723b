-- One row per way in which a page lists what belongs to a thing: by one filter, or by two.
-- key: page, parameter, second
-- stored: page, parameter, second
--
-- page: The page, as search_lists has it.
-- parameter: The filter.
-- second: The filter that is given with it.
-- alone: Whether the values of both mean the page without a word for it.
-- is_listed: Whether the second is no filter, but one of those that the page lists by the first.
-- in_full: How many of both, the second first, must be typed as they are called, not by a part of their
-- name, where no word for the page is.

FROM (
    VALUES
    ('commitments', 'instrument', NULL, false, false, 0),
    ('commitments', 'focus_area', NULL, false, false, 0),
    ('commitments', 'country', NULL, false, false, 0),
    ('commitments', 'actor', NULL, false, false, 0),
    ('commitments', 'beneficiary', NULL, false, false, 0),
    ('commitments', 'instrument', 'focus_area', false, false, 0),
    ('commitments', 'country', 'focus_area', false, false, 0),
    ('commitments', 'instrument', 'country', true, false, 2),
    ('commitments', 'actor', 'focus_area', false, false, 0),
    ('members', 'body', NULL, false, false, 0),
    ('members', 'body', 'country', true, true, 0),
    ('capacity', 'focus_area', NULL, false, false, 0),
    ('capacity', 'group', NULL, false, false, 0),
    ('capacity', 'focus_area', 'group', true, false, 1),
    ('topics', 'id', NULL, false, false, 0),
    ('organizations?section=programmes', 'id', NULL, false, false, 0),
    ('organizations?section=appointments', 'id', NULL, false, false, 0),
    ('organizations?section=texts', 'id', NULL, false, false, 0),
    ('organizations?section=absent', 'id', NULL, false, false, 0),
    ('texts', 'id', NULL, false, false, 0),
    ('texts?section=absent', 'id', NULL, false, false, 0),
    ('countries?section=votes', 'country', NULL, false, false, 0),
    ('timeline', 'body', NULL, false, false, 0),
    ('countries', 'country', 'with', true, false, 0)
) AS filters (page, parameter, second, alone, is_listed, in_full)
ORDER BY page, parameter, second

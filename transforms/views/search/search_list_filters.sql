-- One row per way in which a page lists what belongs to a thing: by one filter, or by two.
-- key: page, parameter
--
-- page: The page.
-- parameter: The filter.
-- second: The filter that must be given with it.

FROM (
    VALUES
    ('commitments', 'instrument', NULL),
    ('commitments', 'focus_area', NULL),
    ('commitments', 'country', NULL),
    ('members', 'body', NULL),
    ('capacity', 'focus_area', 'group'),
    ('countries', 'country', 'with')
) AS filters (page, parameter, second)
ORDER BY page, parameter

-- The address of the page of a thing, from the root of the site.
-- parameters: kind VARCHAR, id VARCHAR
-- returns: VARCHAR

CASE kind
    WHEN 'commitment' THEN 'commitments?id='
    WHEN 'text' THEN 'texts?id='
    WHEN 'organization' THEN 'organizations?id='
    WHEN 'country' THEN 'countries?country='
    WHEN 'programme' THEN 'programmes?id='
    WHEN 'topic' THEN 'topics?id='
    WHEN 'person' THEN 'people?id='
    WHEN 'source' THEN 'sources?id='
    WHEN 'milestone' THEN 'milestones?id='
    ELSE ''
END || id

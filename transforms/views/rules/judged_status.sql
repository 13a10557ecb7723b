-- How far a commitment was judged to be met: nothing where it was not made, or nobody judged it.
-- parameters: standing VARCHAR, assessment_id VARCHAR, status VARCHAR
-- returns: VARCHAR

CASE WHEN standing = 'made' AND assessment_id IS NOT NULL THEN status END

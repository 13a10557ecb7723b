-- One row per thing that can change, whatever the day: what it is called, which page tells more of
-- it, and whom and what it concerns.
-- key: aspect, item_id
--
-- aspect: [change_aspect] What of the thing can change.
-- item_id: Key of the thing within the aspect.

SELECT
    unnest(
        CASE subject WHEN 'commitment' THEN ['commitment', 'status', 'deadline'] ELSE [subject] END
    ) AS aspect,
    * EXCLUDE (subject)
FROM tracked_subjects
ORDER BY aspect, item_id

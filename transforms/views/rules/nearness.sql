-- en: How near something dated is on the day: 'due_now' from the first day that it can be on,
-- 'within_90_days' if the last is no further off, 'later' otherwise, and 'passed' once it is over.
-- fr: Proximité de ce qui est daté, au jour dit : « due_now » (en ce moment) dès le premier jour
-- possible, « within_90_days » (d'ici 90 jours) si le dernier n'est pas plus loin, sinon « later »
-- (plus tard), et « passed » (passé) une fois terminé.
-- parameters: first_day DATE, last_day DATE, over_after DATE, day DATE
-- returns: VARCHAR

CASE
    WHEN over_after < day THEN 'passed'
    WHEN first_day <= day THEN 'due_now'
    WHEN last_day <= day + 90 THEN 'within_90_days'
    ELSE 'later'
END

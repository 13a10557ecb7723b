-- Whether something that begins and ends on days known only as spans is so on the day: 'certain'
-- whichever days they are, 'possible' for some of them, empty if for none. Without an end it goes
-- on, but certainly only until the first day of an end that is expected. An end is the first day on
-- which it is no longer so.
-- parameters: since_earliest DATE, since_latest DATE, until_earliest DATE, until_latest DATE, day
-- DATE
-- returns: VARCHAR

CASE
    WHEN since_earliest > day OR until_latest <= day THEN NULL
    WHEN since_latest <= day AND coalesce(until_earliest > day, until_latest IS NULL) THEN 'certain'
    ELSE 'possible'
END

-- Whether a day on which something turns is after one day and up to another; every day is where no
-- days are given.
-- parameters: turns_on DATE, after_day DATE, up_to_day DATE
-- returns: BOOLEAN

after_day IS NULL OR (turns_on > after_day AND turns_on <= up_to_day)

-- en: Whether a commitment of this status is met for the most part: to a substantial degree or
-- completely.
-- fr: Si un engagement de cet état est tenu pour l'essentiel : pour une part substantielle ou
-- entièrement.
-- parameters: status VARCHAR
-- returns: BOOLEAN

status IN ('substantial', 'complete')

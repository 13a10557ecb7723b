-- en: A text as a search compares it: lower case, no accents, œ as oe, plain apostrophes.
-- fr: Un texte tel qu'une recherche le compare : minuscules, sans accents, œ écrit oe, apostrophes
-- droites.
-- parameters: words VARCHAR
-- returns: VARCHAR

replace(replace(strip_accents(lower(words)), 'œ', 'oe'), '’', '''')

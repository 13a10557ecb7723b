-- en: A text as a search compares it: lower case, no accents, œ as oe, plain hyphens and
-- apostrophes.
-- fr: Un texte tel qu'une recherche le compare : minuscules, sans accents, œ écrit oe, traits
-- d'union et apostrophes simples.
-- parameters: words VARCHAR
-- returns: VARCHAR

translate(replace(strip_accents(lower(words)), 'œ', 'oe'), '‐‑‒–—−’‘ʼ', '------''''''')

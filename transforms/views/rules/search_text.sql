-- A text as a search compares it: lower case, no accents, œ as oe, plain hyphens and apostrophes.
-- parameters: words VARCHAR
-- returns: VARCHAR

translate(replace(strip_accents(lower(words)), 'œ', 'oe'), '‐‑‒–—−’‘ʼ', '------''''''')

-- Which of the letters a to z and of the digits a folded text has, a bit for each, and one for all
-- else: an edit changes at most two of them, so that most texts need not be compared letter by letter.
-- parameters: words VARCHAR
-- returns: BIGINT

list_aggregate(
    list_transform(
        string_split(words, ''),
        LAMBDA letter: 1::BIGINT << strpos('abcdefghijklmnopqrstuvwxyz0123456789', letter)
    ),
    'bit_or'
)

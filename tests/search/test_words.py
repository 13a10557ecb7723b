"""A text is taken apart into its words and numbers, in whatever script it is written."""

import duckdb
import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GDC para. 56(a), “hôtel–motel”…", ["gdc", "para", "56", "a", "hôtel", "motel"]),
        ("Договор 79/325, ст. 5", ["договор", "79", "325", "ст", "5"]),
        ("الذكاء الاصطناعي، ٢٠٢٥؟", ["الذكاء", "الاصطناعي", "٢٠٢٥"]),
        ("人工智能。第56段", ["人工智能", "第", "56", "段"]),
        ("AIキャパシティ・ビルディング", ["aiキャパシティ", "ビルディング"]),
        ("CO² 🙂 a_b c\u200bd", ["co", "²", "a", "b", "c", "d"]),
    ],
)
def test_signs_part_words_and_numbers(
    connection: duckdb.DuckDBPyConnection, text: str, words: list[str]
) -> None:
    """Signs, blanks and emoji belong to neither, and a number is no part of a word."""
    assert connection.execute("SELECT written_words($1)", [text]).fetchone() == (words,)

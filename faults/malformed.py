"""CSV files damaged in the ways that editors, spreadsheets and transfers damage them."""

import csv
import io
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from faults.trial import Findings, Size
from tests.helpers.tiny import write_tiny
from transforms.errors import TrackerError
from transforms.pipeline import check
from transforms.problems import DataProblems

Mutation = Callable[[bytes, random.Random], bytes]
ENCODINGS = ("utf-16", "utf-32", "cp1252", "mac_roman", "cp437", "utf-8-sig", "utf-16-le")
ODDITIES = (
    b"\0",
    b"\r",
    b"\n\n",
    b"\x1b[31m",
    b"\xff",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b'"',
    b",",
)


def run(size: Size, folder: Path) -> Findings:
    """Check damaged files: each is read without loss, or refused with its name and the reason."""
    found = Findings("A malformed file is read without loss or refused by name: rows in = rows out")
    data, chance = folder / "data", random.Random(2)
    write_tiny(data)
    names = sorted(path.name for path in data.glob("*.csv"))
    for number in range(size.pick(12, 520)):
        name, (what, mutate) = chance.choice(names), MUTATIONS[number % len(MUTATIONS)]
        path = data / name
        before = path.read_bytes()
        path.write_bytes(mutate(before, chance))
        _judge(path, found, f"{name}, {what}, round {number}")
        path.write_bytes(before)
    shutil.rmtree(data)
    return found


def _judge(path: Path, found: Findings, what: str) -> None:
    try:
        checked = check(path.parent)
    except (TrackerError, DataProblems) as refusal:
        found.count("refused")
        text = str(refusal)
        found.expect(path.stem in text, f"{what}: the refusal does not name the file: {text[:300]}")
        found.expect(len(text) < 100_000, f"{what}: a refusal of {len(text)} characters")
    except Exception as error:  # every other way out is a fault, whatever it is
        found.expect(False, f"{what}: {type(error).__name__}: {error}")
    else:
        found.count("accepted")
        rows, read = checked.tables[path.stem].height, _rows(path)
        found.expect(read is None or rows == read, f"{what}: {read} rows in, {rows} out")


def _rows(path: Path) -> int | None:
    """Return how many rows Python's own reader finds, where it can tell."""
    content = path.read_bytes()
    if b"\r" in content.replace(b"\r\n", b"") and b"\n" in content:
        return None  # a carriage return within a row: the end of it for some, a space for others
    for encoding in ("utf-8-sig", "utf-16", "utf-32", "cp1252"):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, UnicodeError):
            continue
        if "id" not in text:
            continue
        first = text.lstrip().split("\n", 1)[0]
        delimiter = max(",;\t|", key=first.count)
        try:
            lines = io.StringIO(text, newline="")
            rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(row)]
        except csv.Error:  # a lone carriage return, which ends a row for some and not for others
            return None
        return len(rows) - 1 - text.startswith("sep=")
    return None


def _again(encoding: str) -> Mutation:
    return lambda content, _: content.decode("utf-8").encode(encoding, "replace")


def _insert(what: bytes) -> Mutation:
    def mutate(content: bytes, chance: random.Random) -> bytes:
        place = chance.randrange(len(content))
        return content[:place] + what + content[place:]

    return mutate


def _delimiter(sign: str) -> Mutation:
    def mutate(content: bytes, _: random.Random) -> bytes:
        written = io.StringIO()
        csv.writer(written, delimiter=sign).writerows(csv.reader(io.StringIO(content.decode())))
        return written.getvalue().encode()

    return mutate


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def _repeat_row(content: bytes, _: random.Random) -> bytes:
    return content + content.strip().split(b"\n")[-1] + b"\n"


def _columns_swapped(content: bytes, _: random.Random) -> bytes:
    rows = [[*row[1:], row[0]] for row in csv.reader(io.StringIO(content.decode())) if row]
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


MUTATIONS: list[tuple[str, Mutation]] = [
    *((f"in {encoding}", _again(encoding)) for encoding in ENCODINGS),
    *((f"with {what!r} somewhere", _insert(what)) for what in ODDITIES),
    *((f"with {sign!r} between cells", _delimiter(sign)) for sign in ";\t|"),
    ("cut short", _cut),
    ("with its last row twice", _repeat_row),
    ("with its first column last", _columns_swapped),
    ("with Windows line ends", lambda content, _: content.replace(b"\n", b"\r\n")),
    ("with old Mac line ends", lambda content, _: content.replace(b"\n", b"\r")),
    ("empty", lambda content, _: b""),
    ("only its header", lambda content, _: content.split(b"\n", 1)[0] + b"\n"),
    ("without its header", lambda content, _: content.split(b"\n", 1)[1]),
    ("upper case header", lambda content, _: content.split(b"\n", 1)[0].upper() + b"\n" + content),
    ("a page of HTML", lambda content, _: b"<!doctype html><title>404</title>"),
    ("a wide row", lambda content, _: content + b"," * 5_000 + b"\n"),
    ("a long cell", lambda content, _: content + b"x" * 200_000 + b"\n"),
]

"""Turn the bytes of a file into UTF-8 with line feeds, or say why that cannot be done.

No library guesses the encoding: any byte is a letter in each of a dozen 8-bit encodings (E8 is è
in Windows-1252 and č in Windows-1250), and a wrong guess stores wrong letters without a word.
"""

import codecs
from dataclasses import dataclass

from transforms.problems import Severity
from transforms.reading.mojibake import first_of_each_kind

SAVE_AS = "save it as CSV UTF-8"

_CONTAINERS = {
    b"PK\x03\x04": "a zip archive or an Excel workbook",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"\x1f\x8b": "compressed with gzip",
    b"BZh": "compressed with bzip2",
    b"\xfd7zXZ": "compressed with xz",
    b"\x28\xb5\x2f\xfd": "compressed with zstd",
    b"PAR1": "a Parquet file",
    b"%PDF": "a PDF file",
}
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CHUNK = 1 << 20

Note = tuple[int, str, Severity]


class UnreadableError(Exception):
    """A file that cannot be taken for a table; ``line`` is 0 where no line is to blame."""

    def __init__(self, line: int, message: str) -> None:
        """Keep where and why."""
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Decoded:
    """The bytes of a file as UTF-8 without a mark, lines ending in LF or CRLF.

    Attributes:
        text: The bytes.
        notes: What to tell its author, as (line, message, severity).
    """

    text: bytes
    notes: tuple[Note, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return ``data`` as UTF-8.

    Raises:
        UnreadableError: It is empty, compressed, a workbook, damaged, or in an unknown encoding.

    >>> decode("id;été".encode("utf-16")).text.decode()
    'id;été'
    """
    if not data or data.isspace():
        raise UnreadableError(0, "the file is empty; it needs at least its line of column names")
    for start, what in _CONTAINERS.items():
        if data.startswith(start):
            raise UnreadableError(0, f"the file is {what}, not a CSV; {SAVE_AS}")
    text = _to_utf8(data)
    if (nul := text.find(b"\0")) >= 0:
        raise UnreadableError(
            _line(text, nul), "the line holds a NUL byte; delete it, or " + SAVE_AS
        )
    damaged = tuple(
        (_line(text, at), f"{message}; correct it here and wherever it occurs", severity)
        for at, message, severity in first_of_each_kind(text)
    )
    return Decoded(_with_line_feeds(text), damaged)


def _to_utf8(data: bytes) -> bytes:
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    elif encoding := _marked(data) or _unmarked_utf16(data):
        return _from_utf16(data, encoding)
    if (wrong := _first_not_utf8(data)) is not None:
        message = (
            f"the line is not in UTF-8 (byte {data[wrong]:02X}), and its letters are uncertain"
        )
        raise UnreadableError(_line(data, wrong), f"{message}; {SAVE_AS}")
    return data


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the byte order if every other byte of the column names is zero."""
    start = data[:40]
    if len(start) >= 4 and not any(start[1::2]) and all(start[::2]):
        return "utf-16-le"
    if len(start) >= 4 and not any(start[::2]) and all(start[1::2]):
        return "utf-16-be"
    return None


def _from_utf16(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode()
    except UnicodeError as error:
        raise UnreadableError(
            0, f"the file starts as {encoding} but is cut or mixed; {SAVE_AS}"
        ) from error


def _first_not_utf8(data: bytes) -> int | None:
    """Return the position of the first byte that is not UTF-8, holding no copy of the text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    for start in range(0, len(data), _CHUNK):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(view[start : start + _CHUNK], final=start + _CHUNK >= len(data))
        except UnicodeDecodeError as error:
            return start - pending + error.start
    return None


def _with_line_feeds(text: bytes) -> bytes:
    """Give old Mac files, whose lines end in CR alone, the line ends of everybody else."""
    return text.replace(b"\r", b"\n") if b"\n" not in text else text


def _line(data: bytes, position: int) -> int:
    """Return the number of the line that holds ``position``."""
    before = data[:position]
    return 1 + (before.count(b"\n") or before.count(b"\r"))

"""What a worker is sent: lines of JSON, as `dashboard.sandbox_worker` reads them."""

import json
from collections.abc import Mapping
from datetime import date

from dashboard.sandbox.hidden_path import FileIdentity
from dashboard.sandbox.limits import Limits
from dashboard.sandbox.results import SandboxError


def opening(file: FileIdentity, limits: Limits) -> bytes:
    """Have a worker open a file before it is sent a query."""
    return _json_line(file=file, memory=limits.memory)


def query(sql: str, file: FileIdentity, parameters: Mapping[str, object], limits: Limits) -> bytes:
    """Have a worker run a query, with parameters as `Sandbox.submit` takes them.

    Raises:
        SandboxError: It is too long, or holds half a character.
        TypeError: A parameter is of a type that the worker does not know.
    """
    texts = [sql, *parameters, *(value for value in parameters.values() if isinstance(value, str))]
    if (characters := sum(map(len, texts))) > limits.query_characters:
        allowed = f"at most {limits.query_characters:,}"
        raise SandboxError("long", f"{characters:,} characters; {allowed}")
    try:
        return _json_line(
            sql=sql,
            file=file,
            parameters=dict(parameters),
            **vars(limits),
        )
    except UnicodeEncodeError as lone_surrogate:
        raise SandboxError("query", str(lone_surrogate)) from None


def _json_line(**fields: object) -> bytes:
    return json.dumps(fields, default=_date, ensure_ascii=False).encode() + b"\n"


def _date(value: object) -> dict[str, str]:
    """Encode a date so that the worker can tell it from a text."""
    if not isinstance(value, date):
        raise TypeError(f"a parameter cannot be a {type(value).__name__}")
    return {"date": value.isoformat()}

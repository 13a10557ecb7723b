"""Many sessions at once, and readers while editions change."""

import random
import statistics
import subprocess
import threading
import time
from datetime import date, timedelta
from pathlib import Path

from faults import ground as grounds
from faults.server import Server, serve
from faults.session import PAGES, Session
from faults.trial import Findings, Size

LANGUAGES = ("en", "fr")


def sessions(size: Size, folder: Path) -> Findings:
    """Hold many tabs open; each gets its page, and the server is still well."""
    found = Findings("Two hundred open tabs each get their page")
    ground = grounds.new(folder)
    with serve(ground) as server:
        before, tabs = server.megabytes(), []
        for number in range(size.pick(2, 200)):
            tab = Session(server.address)
            tabs.append(tab)
            page = tab.open(PAGES[number % len(PAGES)], lang=LANGUAGES[number % 2])
            found.expect(bool(page.elements) and not page.exceptions, f"{page.exceptions}")
        found.figures["megabytes per session"] = f"{(server.megabytes() - before) / len(tabs):.2f}"
        found.figures["open descriptors"] = str(server.descriptors())
        for tab in tabs:
            tab.close()
        found.expect(server.tracebacks() == 0, server.log.read_text("utf-8")[-1_000:])
    return found


def soak(size: Size, folder: Path) -> Findings:
    """Have readers change pages while new editions are published again and again."""
    found = Findings("Readers see every new edition and no fault, and memory levels off")
    ground = grounds.new(folder)
    minutes, every = (10, 20) if size is Size.FULL else (0.05, 1)
    end = time.monotonic() + minutes * 60
    with serve(ground) as server:
        readers = [
            threading.Thread(target=_read, args=(server, found, number, end))
            for number in range(size.pick(2, 20))
        ]
        for reader in readers:
            reader.start()
        memory = _editions(ground, server, found, end, every)
        for reader in readers:
            reader.join()
        found.expect(server.tracebacks() == 0, server.log.read_text("utf-8")[-1_000:])
    third = max(1, len(memory) // 3)
    middle = statistics.mean(memory[third : 2 * third + 1] or memory)
    last = statistics.mean(memory[-third:])
    found.figures["megabytes at the start, in the middle, at the end"] = (
        f"{memory[0]:.0f}, {middle:.0f}, {last:.0f}"
    )
    if size is Size.FULL:
        found.expect(last < 1.15 * middle, f"memory grows: {middle:.0f} MB, then {last:.0f} MB")
    return found


def _read(server: Server, found: Findings, number: int, end: float) -> None:
    chance, first = random.Random(number), date(2015, 1, 1)
    with Session(server.address) as tab:
        while time.monotonic() < end:
            day = first + timedelta(days=chance.randrange(5_000))
            name, language = chance.choice(PAGES), chance.choice(LANGUAGES)
            page = tab.open(name, lang=language, as_of=day.isoformat())
            found.count("pages read")
            found.expect(
                bool(page.elements) and not page.exceptions, f"{name}, {day}: {page.exceptions}"
            )
            time.sleep(chance.random())


def _editions(
    ground: grounds.Ground, server: Server, found: Findings, end: float, every: float
) -> list[float]:
    memory = [server.megabytes()]
    while time.monotonic() < end:
        ground.swap()
        built: subprocess.CompletedProcess[str] = ground.run("build")
        found.expect(built.returncode == 0, built.stderr)
        found.count("editions built")
        time.sleep(min(every, max(0, end - time.monotonic())))
        memory.append(server.megabytes())
    return memory

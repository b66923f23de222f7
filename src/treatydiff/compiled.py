"""Write the packs that come with the tool as `marshal` has them, which is read in a twentieth of the time.

The examples of entries are left out: they are for tests, which read the YAML.

Building or installing the package does this.  ``python -m treatydiff.compiled`` does it after a pack was
changed; until then the changed section is read from its YAML.
"""

from __future__ import annotations

import marshal
from pathlib import Path

from treatydiff.hints import Any
from treatydiff.language import (
    COMPILED,
    ENTRIES,
    EXAMPLES,
    FOLDER,
    checksum,
    kind_of,
    known_languages,
    parsed,
)

VERSION = 4
"""Of the format that `marshal` writes: every Python that the tool runs on reads it."""


def compiled(code: str) -> bytes:
    """The sections of a language's pack, each with a checksum of its YAML; each is read when it is wanted."""
    sections = {}
    for path in sorted((Path(FOLDER) / code).glob("*.yaml")):
        data = path.read_bytes()
        name, content = path.stem, parsed(path.stem, data, str(path))
        plain = {k: _without_examples(v) if kind_of(name, k, v) == ENTRIES else v for k, v in content.items()}
        sections[name] = checksum(data), marshal.dumps(plain, VERSION)
    return marshal.dumps(sections, VERSION)


def _without_examples(entries: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    return tuple({key: v for key, v in entry.items() if key not in EXAMPLES} for entry in entries)


def write() -> None:
    """Compile the pack of each language."""
    for code in known_languages():
        (Path(FOLDER) / f"{code}.{COMPILED}").write_bytes(compiled(code))


if __name__ == "__main__":
    write()

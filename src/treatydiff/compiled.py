"""Write the packs that come with the tool as JSON, which is read in a tenth of the time of their YAML.

The examples of entries are left out: they are for tests, which read the YAML.

Building or installing the package does this.  ``python -m treatydiff.compiled`` does it after a pack was
changed; until then the changed section is read from its YAML.
"""

from __future__ import annotations

import json
from pathlib import Path

from treatydiff.hints import Any
from treatydiff.language import (
    ENTRIES,
    EXAMPLES,
    FOLDER,
    SEPARATOR,
    TABLE,
    WORDS,
    checksum,
    kind_of,
    known_languages,
    parsed,
)


def compiled(code: str) -> str:
    """The sections of a language's pack, each with a checksum of its YAML."""
    sections = {}
    for path in sorted((Path(FOLDER) / code).glob("*.yaml")):
        data = path.read_bytes()
        name, content = path.stem, parsed(path.stem, data, str(path))
        sections[name] = checksum(data), {k: _joined(kind_of(name, k, v), v) for k, v in content.items()}
    return json.dumps(sections, ensure_ascii=False, separators=(",", ":"))


def _joined(kind: str, value: Any) -> Any:
    """A value of a section with each of its word lists as one text, and entries without examples."""
    if kind == WORDS:
        return SEPARATOR.join(value)
    if kind == ENTRIES:
        return [{key: v for key, v in entry.items() if key not in EXAMPLES} for entry in value]
    return {key: SEPARATOR.join(words) for key, words in value.items()} if kind == TABLE else value


def write() -> None:
    """Compile the pack of each language."""
    for code in known_languages():
        (Path(FOLDER) / f"{code}.json").write_text(compiled(code), encoding="utf-8")


if __name__ == "__main__":
    write()

"""Write the packs that come with the tool as JSON, which is read in a tenth of the time of their YAML.

Building or installing the package does this.  ``python -m treatydiff.compiled`` does it after a pack was
changed; until then the changed section is read from its YAML.
"""

from __future__ import annotations

import json
from zlib import crc32

from treatydiff.language import FOLDER, known_languages, parsed


def compiled(code: str) -> str:
    """The sections of a language's pack, each with a checksum of its YAML."""
    sections = {}
    for path in sorted((FOLDER / code).glob("*.yaml")):
        data = path.read_bytes()
        sections[path.stem] = crc32(data), parsed(path.stem, data, str(path))
    return json.dumps(sections, ensure_ascii=False, separators=(",", ":"))


def write() -> None:
    """Compile the pack of each language."""
    for code in known_languages():
        (FOLDER / f"{code}.json").write_text(compiled(code), encoding="utf-8")


if __name__ == "__main__":
    write()

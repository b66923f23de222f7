"""The compiled packs hold what their YAML says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from treatydiff import compiled, language
from treatydiff.errors import InputError
from treatydiff.language import FOLDER, SECTIONS, built_in, load_language, parsed


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder for packs, instead of the tool's own."""
    for module in (language, compiled):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    language._compiled.cache_clear()
    yield tmp_path
    language._compiled.cache_clear()


@pytest.mark.parametrize("section", SECTIONS)
def test_a_compiled_section_is_the_same(section: str, packs: Path) -> None:
    data = (FOLDER / "en" / f"{section}.yaml").read_bytes()
    (packs / "en").mkdir()
    (packs / "en" / f"{section}.yaml").write_bytes(data)
    compiled.write()
    assert language._compiled("en").keys() == {section}
    assert built_in("en", section) == parsed(section, data, section)


def test_a_changed_section_is_read_itself(packs: Path) -> None:
    (packs / "xx").mkdir()
    source = packs / "xx" / "verbs.yaml"
    source.write_text("regular: [moor, tow]\n")
    assert built_in("xx", "verbs") == {"regular": ("moor", "tow")}
    compiled.write()
    language._compiled.cache_clear()
    assert built_in("xx", "verbs") == {"regular": ("moor", "tow")}
    source.write_text("regular: [moor, berth]\n")
    assert built_in("xx", "verbs") == {"regular": ("moor", "berth")}
    assert built_in("xx", "cues") == {}


def test_a_user_pack_may_say_which_language_it_is_for(tmp_path: Path) -> None:
    pack = tmp_path / "my.yaml"
    pack.write_text("language: en\ncues:\n  neutral: [trill]\n")
    assert "trill" in load_language("en", (str(pack),)).words("cues", "neutral")
    other = tmp_path / "other.yaml"
    other.write_text("language: xx\ncues:\n  neutral: [trill]\n")
    with pytest.raises(InputError, match=r"other.yaml: unknown language 'xx' \(known: en\)"):
        load_language("en", (str(other),)).words("cues", "neutral")

"""The compiled packs hold what their YAML says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from treatydiff import compiled, language
from treatydiff.errors import InputError
from treatydiff.language import ENTRIES, EXAMPLES, FOLDER, built_in, kind_of, load_language, parsed, sections


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder for packs, instead of the tool's own."""
    for module in (language, compiled):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    language._compiled.cache_clear()
    yield tmp_path
    language._compiled.cache_clear()


@pytest.mark.parametrize("section", sections())
def test_a_compiled_section_is_the_same(section: str, packs: Path) -> None:
    data = (Path(FOLDER) / "en" / f"{section}.yaml").read_bytes()
    (packs / "en").mkdir()
    (packs / "en" / f"{section}.yaml").write_bytes(data)
    compiled.write_packs()
    assert language._compiled("en").keys() == {section}
    content = parsed(section, data, section)
    for key, value in content.items():
        if kind_of(section, key, value) == ENTRIES:
            content[key] = tuple({k: v for k, v in e.items() if k not in EXAMPLES} for e in value)
    assert built_in("en", section) == content


def test_a_changed_section_is_read_itself(packs: Path) -> None:
    (packs / "xx").mkdir()
    source = packs / "xx" / "verbs.yaml"
    source.write_text("regular: [moor, tow]\n")
    assert built_in("xx", "verbs") == {"regular": ("moor", "tow")}
    compiled.write_packs()
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


@pytest.mark.parametrize("section", sections())
def test_no_mapping_of_the_pack_has_a_key_twice(section: str) -> None:
    """YAML would take the last one."""
    nodes = [yaml.compose((Path(FOLDER) / "en" / f"{section}.yaml").read_text())]
    for node in nodes:
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert [key for key in keys if keys.count(key) > 1] == []
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value


def test_every_key_of_the_pack_is_asked_for_somewhere() -> None:
    code = set(re.findall(r"\w+", "".join(p.read_text() for p in Path(FOLDER).parent.rglob("*.py"))))
    unused = [f"{s}.{k}" for s in sections() for k in built_in("en", s) if k not in code]
    assert unused == []


@pytest.mark.parametrize(
    ("pack", "problem"),
    [
        ("cues: {neutrale: [trill]}", r"my.yaml: cues.neutrale: unknown key \(known: "),
        ("cue: {neutral: [trill]}", r"my.yaml: unknown section 'cue' \(known: aspects, "),
        ("cues: {neutral: {trill: shrill}}", r"my.yaml: cues.neutral: must be a list of words"),
        ("figures: {numbers: [one]}", r"my.yaml: figures.numbers: must be a mapping"),
        ("opposites: {opposites: [up, down]}", r"my.yaml: opposites.opposites: must be a list of mappings"),
        (
            "states: {states: [{id: x, flip: true}]}",
            r"states.states: x: unknown key 'flip' \(known: ",
        ),
        (
            "states: {states: [{id: x, flips: 'no'}]}",
            r"states.states: x: flips must be true or false",
        ),
        ("states: {states: [{id: x, of: [door]}]}", r"states.states: x: of must be words"),
        ("states: {states: [{id: x, then: true}]}", r"states.states: x: then must be a number"),
        ("aspects: {aspects: [{id: x, ways: beds}]}", r"aspects.aspects: x: ways must be a list"),
        (
            "aspects: {aspects: [{id: x, slack: much}]}",
            r"aspects.aspects: x: slack must be a number",
        ),
        ("opposites: {opposites: [{id: x, of: 3}]}", r"opposites.opposites: x: of must be words or a list"),
    ],
)
def test_a_slip_in_a_user_pack_is_noticed(pack: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(pack)
    with pytest.raises(InputError, match=problem):
        language.user_pack(str(path))

"""The documents say what the tool does."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from treatydiff import cli, shelf
from treatydiff.model import Limits
from treatydiff.safeyaml import DEEPEST, LARGEST

ROOT = Path(__file__).parents[1]


def build() -> ModuleType:
    """The script that writes the generated pages."""
    spec = spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_on_the_command_line_is_up_to_date() -> None:
    made = build().command_line()
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == made, "run python docs/build.py"


def test_the_catalogue_of_rules_is_up_to_date_and_whole() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert page == build().rules(), "run python docs/build.py"
    for name in shelf.names("rules"):
        assert f"\n### {name}\n" in page


def test_the_readme_shows_what_the_tool_prints() -> None:
    assert (ROOT / "README.md").read_text("utf-8") == build().readme(), "run python docs/build.py"


def test_each_command_and_option_is_in_the_page() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for command in cli.COMMANDS:
        assert f"## treatydiff {command}" in page
    source = Path(cli.__file__).read_text("utf-8")
    for option in set(re.findall(r'"(--[a-z-]+)"', source)):
        assert option in page


def test_the_example_of_the_library_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    exec(compile(example, "README.md", "exec"), {"__name__": "example"})
    assert "Vladimir Putin | " in capsys.readouterr().out


def test_the_readme_begins_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^(pip install .*?)(?:  +#.*)?$", text, re.MULTILINE)
    assert commands == ["pip install . && treatydiff compare", 'pip install -e ".[test]" && pytest']


def test_links_between_pages_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_limits_are_told() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for limit in fields(Limits):
        value = getattr(Limits(), limit.name)
        assert re.search(rf"^\| `{limit.name}` .* \| {value:,} \|$", page, re.MULTILINE)
        assert f"{limit.name}={value}" in " ".join(page.split())
    assert f"nest {DEEPEST} levels deep and hold {LARGEST:,} values" in page

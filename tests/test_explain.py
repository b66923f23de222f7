"""What a rule says of itself, and why findings were made."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from builders import harbour
from treatydiff import cli, shelf
from treatydiff.renderers import View, _explain, text
from treatydiff.rules import Example


@pytest.fixture
def tide(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A rule on the shelf that the project does not have."""
    module = ModuleType("treatydiff.rules.tide", "High tide here, low tide there.\n\nA tide cannot be both.")
    module.EXAMPLES = (  # type: ignore[attr-defined]
        Example("The tide was high.", "The tide was low.", True, "2031-05-06", "2031-05-07"),
        Example("The tide was high.", "The tide was at its height.", False),
    )
    names, member = shelf.names, shelf.member

    def more_names(shelf: str) -> tuple[str, ...]:
        return (*names(shelf), "tide") if shelf == "rules" else names(shelf)

    def one_member(shelf: str, name: str) -> Any:
        return module if name == "tide" else member(shelf, name)

    monkeypatch.setattr("treatydiff.shelf.names", more_names)
    monkeypatch.setattr("treatydiff.renderers._explain.member", one_member)
    return module


def test_a_rule_is_explained_by_its_own_words_and_examples(
    tide: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["explain", "tide"]) == 0
    assert capsys.readouterr().out.rstrip().split("\n") == [
        "tide",
        "",
        "  High tide here, low tide there.",
        "",
        "  A tide cannot be both.",
        "",
        "  ! (2031-05-06) The tide was high.",
        "    (2031-05-07) The tide was low.",
        "",
        "  = The tide was high.",
        "    The tide was at its height.",
        "",
        "silence it    treatydiff compare ... --ignore tide",
    ]


def test_every_rule_on_the_shelf_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for name in shelf.names("rules"):
        assert cli.run(["explain", name]) == 0
        said = capsys.readouterr().out
        assert said.startswith(f"{name}\n") and "  ! " in said, name


def test_a_unique_finding_says_why_it_is_one() -> None:
    result = harbour()
    shown = "\n".join(text.painted(_explain.finding(result.findings[-1], result, View()), View()))
    assert "U-55ee   unique" in shown and "no claim of another report is alike enough" in shown

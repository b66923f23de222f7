"""Links → judged links: every rule is run on every pair of linked claims."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff import shelf
from treatydiff.language import Language
from treatydiff.model import Link, Options, Reading, Reason
from treatydiff.rules import Pair


def judge(
    links: Sequence[Link], left: Reading, right: Reading, language: Language, options: Options
) -> list[tuple[Link, tuple[Reason, ...]]]:
    """Each link with what the rules found on it, in the order of the links."""
    active = [
        shelf.member("rules", name)
        for name in shelf.names("rules")
        if (not options.select or name in options.select) and name not in options.ignore
    ]
    return [
        (link, tuple(reason for rule in active for reason in rule.judge(Pair(link, left, right, language))))
        for link in links
    ]

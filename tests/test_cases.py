"""Invented events, each told by two or three newsrooms, against what a careful editor finds in them.

`cases/README.md` says what the gold lists.  Every contradiction, decoy, core shared fact and direct quotation
is a test of its own, and so is the absence of false alarms.  What is not reached yet stands in
`cases/missed.yaml` and must fail, so that whoever reaches it takes it off the list.  Once that is what is
wanted, ``PYTHONPATH=src python tests/test_cases.py`` writes the list anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from treatydiff import Comparison, Document, Finding, Span, compare
from treatydiff.model import Claim, Passage

CASES = Path(__file__).parent / "cases"
MISSED = CASES / "missed.yaml"
EVENTS = sorted(path.parent.name for path in CASES.glob("*/gold.yaml"))
LONG = 220
"""Characters; a longer span counts only where the gold is long as well."""
FIRST = 4
"""So many spans of a finding in one document count: one that lists everything finds nothing."""
MARKS = " \n\"“”'‘’.,;:!?"

Gold = dict[str, Any]
Sides = tuple[list[Span], list[Span]]


class Item(NamedTuple):
    """One thing that the gold asks for."""

    event: str
    sides: tuple[str, ...]
    """The documents compared; of a quotation, the one it stands in."""
    section: str
    name: str
    gold: Gold


@cache
def gold(event: str) -> Gold:
    data: Gold = yaml.load((CASES / event / "gold.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return data


@cache
def documents(event: str) -> dict[str, Document]:
    return {
        d["id"]: Document(
            d["id"], d["label"], (CASES / event / d["file"]).read_text(encoding="utf-8"), published=d["date"]
        )
        for d in gold(event)["documents"]
    }


@cache
def compared(event: str, *ids: str) -> Comparison:
    return compare([documents(event)[i] for i in ids])


def pairs(event: str) -> list[tuple[str, str]]:
    return list(combinations([d["id"] for d in gold(event)["documents"]], 2))


def items() -> Iterator[Item]:
    """Everything that is asked for, in the order of the gold."""
    for event in EVENTS:
        for pair in pairs(event):
            yield Item(event, pair, "alarms", f"no false alarm {pair[0]}-{pair[1]}", {})
            for section in ("contradictions", "decoys", "shared"):
                for one in gold(event)[section]:
                    if set(pair) <= one.keys() and one.get("strength") != "minor":
                        yield Item(event, pair, section, one["id"], one)
        for quote in gold(event)["quotes"]:
            if quote["kind"] == "direct":
                name = f"{quote['doc']}: {quote['text'][:50]}"
                yield Item(event, (quote["doc"],), "quotes", name, quote)


ITEMS = list(items())


def located(text: str, part: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(part, start + 1)
    return Span(start, start + len(part))


def sides(item: Gold, event: str, pair: tuple[str, ...]) -> Sides:
    """Where the two documents state what an entry of the gold lists."""
    left, right = (
        [
            located(documents(event)[i].text, part)
            for part in ([item[i]] if isinstance(item[i], str) else item[i])
        ]
        for i in pair
    )
    return left, right


def meets(found: Span, wanted: Span) -> bool:
    """Whether a span of a finding points at a part that the gold names."""
    lengths = found.end - found.start, wanted.end - wanted.start
    return lengths[0] <= max(LONG, 3 * lengths[1]) and 0 < found.overlap(wanted) >= min(lengths) / 2


def joins(finding: Finding, wanted: Sides, pair: tuple[str, ...]) -> bool:
    """Whether a finding points at both sides of an entry."""
    for document, parts in zip(pair, wanted, strict=True):
        places = [p.span for p in finding.places if p.document == document][:FIRST]
        if not any(meets(span, part) for span in places for part in parts):
            return False
    return True


def joined(event: str, pair: tuple[str, ...], kind: str) -> list[tuple[Finding, list[tuple[str, Gold]]]]:
    """The findings of a kind, each with the entries of the gold that it joins."""
    entries = [
        (section, entry, sides(entry, event, pair))
        for section in ("contradictions", "updates", "shared", "differences", "decoys")
        for entry in gold(event).get(section, [])
        if set(pair) <= entry.keys()
    ]
    return [
        (f, [(section, entry) for section, entry, where in entries if joins(f, where, pair)])
        for f in compared(event, *pair).findings
        if f.kind == kind
    ]


def allowed(finding: Finding, entries: list[tuple[str, Gold]]) -> bool:
    """Whether a contradiction is one for the gold too."""
    sections = {section for section, _ in entries}
    return "contradictions" in sections or ("updates" in sections and finding.certainty == "possible")


def tied(entries: list[tuple[str, Gold]]) -> bool:
    """Whether a shared finding joins something that the gold ties together as well."""
    return any(section != "decoys" or entry["why"].startswith("agree:") for section, entry in entries)


def words(event: str, finding: Finding) -> str:
    return " / ".join(documents(event)[p.document].text[slice(*p.span)] for p in finding.places)


def problem(item: Item) -> str:
    """What is wrong with the answer to one item; nothing where all is well."""
    event, pair, section, _, entry = item
    if section == "quotes":
        return misattributed(event, entry)
    clashes = joined(event, pair, "contradiction")
    if section == "alarms":
        return "; ".join(f"{f.type}: {words(event, f)}" for f, found in clashes if not allowed(f, found))
    where = sides(entry, event, pair)
    if section == "contradictions":
        types = {f.type for f, _ in clashes if joins(f, where, pair)}
        return "" if types & {entry["type"], *entry.get("also", [])} else f"found as {types or 'nothing'}"
    if section == "shared":
        found = [f for f, _ in joined(event, pair, "shared") if joins(f, where, pair)]
        # A fact in a clause that also holds a clash may be listed there.
        found += [f for f, entries in clashes if allowed(f, entries) and joins(f, where, pair)]
        return "" if found else "not found"
    wrong = [f for f, entries in clashes if joins(f, where, pair) and not allowed(f, entries)]
    if entry["why"].startswith("different:"):
        shared = joined(event, pair, "shared")
        wrong += [f for f, entries in shared if joins(f, where, pair) and not tied(entries)]
    return "; ".join(f"{f.kind}: {words(event, f)}" for f in wrong)


def misattributed(event: str, wanted: Gold) -> str:
    """What is wrong with the speaker of one direct quotation."""
    document = documents(event)[wanted["doc"]]
    span = trimmed(document.text, located(document.text, wanted["text"], wanted.get("nth", 1)))
    for reading in compared(event, *documents(event)).readings:
        for quote in reading.quotes:
            if (
                reading.document is document
                and quote.kind == "direct"
                and trimmed(document.text, quote.span) == span
            ):
                return "" if bare(quote.speaker) == bare(wanted["speaker"]) else f"said by {quote.speaker}"
    return "not found"


def trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in MARKS:
        start += 1
    while start < end and text[end - 1] in MARKS:
        end -= 1
    return Span(start, end)


def bare(speaker: str | None) -> str | None:
    """A description without its article."""
    lowered = speaker.lower() if speaker else None
    return lowered.split(" ", 1)[1] if lowered and lowered.startswith(("a ", "an ", "the ")) else lowered


@cache
def missed() -> dict[str, list[str]]:
    """For each event the names of what the program does not reach yet."""
    return (yaml.safe_load(MISSED.read_text(encoding="utf-8")) if MISSED.exists() else None) or {}


def expected(item: Item) -> list[pytest.MarkDecorator]:
    fails = item.name in missed().get(item.event, [])
    return [pytest.mark.xfail(strict=True, reason="in cases/missed.yaml")] if fails else []


@pytest.mark.parametrize(
    "item", [pytest.param(i, id=f"{i.event} {i.name}", marks=expected(i)) for i in ITEMS]
)
def test_found_as_an_editor_would(item: Item) -> None:
    assert problem(item) == ""


def test_the_list_of_misses_names_items() -> None:
    names = Counter((i.event, i.name) for i in ITEMS)
    listed = Counter((event, name) for event, some in missed().items() for name in some)
    assert max(names.values()) == 1
    assert listed <= names


@pytest.mark.parametrize("event", EVENTS)
def test_every_part_that_the_gold_names_occurs_once(event: str) -> None:
    texts = {i: d.text for i, d in documents(event).items()}
    for section in ("shared", "contradictions", "updates", "differences", "decoys"):
        for entry in gold(event).get(section, []):
            for i in texts.keys() & entry.keys():
                for part in [entry[i]] if isinstance(entry[i], str) else entry[i]:
                    assert texts[i].count(part) == 1, part
    for i, parts in gold(event)["unique"].items():
        for part in parts:
            assert texts[i].count(part) == 1, part
    for quote in gold(event)["quotes"] + gold(event).get("nonquotes", []):
        assert quote.get("nth", texts[quote["doc"]].count(quote["text"])) == 1, quote["text"]


def alike(comparison: Comparison) -> tuple[object, object]:
    """What a comparison holds, whatever the order of its parts."""
    findings = Counter(
        (f.id, f.kind, f.type, f.certainty, f.score, frozenset(f.places)) for f in comparison.findings
    )
    return findings, Counter(quote for reading in comparison.readings for quote in reading.quotes)


@pytest.mark.parametrize("event", EVENTS)
def test_swapping_the_documents_swaps_sides_only(event: str) -> None:
    ids = list(documents(event))
    assert alike(compared(event, *ids)) == alike(compared(event, *reversed(ids)))


@pytest.mark.parametrize("event", EVENTS)
def test_a_report_shares_everything_with_itself(event: str) -> None:
    report = documents(event)["a"]
    twice = [
        Document(i, i.upper(), report.text, published=report.published)
        for i in ("a", "z")
    ]  # fmt: skip
    comparison = compare(twice)
    assert {f.kind for f in comparison.findings} == {"shared"}
    for reading in comparison.readings:
        places = [p.span for f in comparison.findings for p in f.places if p.document == reading.document.id]
        for passage in reading.passages:
            assert passage.kind != "body" or any(passage.span.overlap(span) for span in places), passage.text


@pytest.mark.parametrize("event", EVENTS)
def test_spans_give_back_their_text(event: str) -> None:
    comparison = compared(event, *documents(event))
    for reading in comparison.readings:
        text = reading.document.text
        assert text == (CASES / event / f"{reading.document.id}.txt").read_text(encoding="utf-8")
        parts: list[Passage | Claim] = [*reading.passages, *reading.claims]
        for part in parts:
            assert text[slice(*part.span)] == part.text
            assert all(text[token.start : token.end] == token.text for token in part.tokens)
        for quote in reading.quotes:
            assert text[slice(*quote.span)].strip()
            assert quote.mention is None or text[slice(*(quote.mention_span or ()))] == quote.mention
    for finding in comparison.findings:
        assert all(documents(event)[p.document].text[slice(*p.span)].strip() for p in finding.places)
        assert {p.document for p in finding.places} <= documents(event).keys()


if __name__ == "__main__":
    lists = {event: [i.name for i in ITEMS if i.event == event and problem(i)] for event in EVENTS}
    kept = {event: names for event, names in lists.items() if names}
    head = (
        "# What the program does not reach yet; written anew by: PYTHONPATH=src python tests/test_cases.py\n"
    )
    MISSED.write_text(
        head + yaml.safe_dump(kept, allow_unicode=True, width=1000, sort_keys=False), encoding="utf-8"
    )
    for section, n in sorted(Counter(i.section for i in ITEMS).items()):
        print(f"{section}: {sum(not problem(i) for i in ITEMS if i.section == section)} of {n}")

"""What the command is given: arguments, files and standard input, made from a number.

The same seed and number give the same case on every machine, so that a broken promise can be looked at again
with ``python -m fuzz --only NUMBER``.  Nothing outside this file is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any


@dataclass
class Case:
    """One run of the command in a folder that holds nothing but these files."""

    kind: str
    args: list[str]
    files: dict[str, bytes] = field(default_factory=dict)
    stdin: bytes = b""

    @property
    def size(self) -> int:
        """Bytes that the command is given to read."""
        return sum(map(len, self.files.values())) + len(self.stdin)


SENTENCES = [
    "The minister signed the harbour accord on Monday in Tarnow Bay.",
    "“We waited long,” Ada Holm said, adding that 1,250 crews stayed at home.",
    'Bo Lindgren told The Marlow Post that "the dam will not hold", denying an earlier report.',
    "Between 12 and 15 people were hurt, about a third of them children, police said on 6 May 2031.",
    "Trade rose 4.5% to 3.2 billion crowns last year, up from $2.9bn.",
    "The talks were postponed until next week, the Lornian president's spokesman said.",
    "No one was arrested. Officials have denied any link.",
    "He said the projects are feasible, adding that experts were working on them.",
    "At 5:30 p.m. the gate opened; at 17.45 it closed.",
    "Per the agency, the U.S. envoy Dr. Mary K. O’Neil-Sand arrived.",
    "MARLOW, May 6 (Wire) — Floods cut the road.",
]
BITS = [
    *"\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\xa0\xad",
    "\u200b\u200d\u200e\u202e\u2066\u2069\ufeff\u2028\u2029",
    "\x1b[2J\x1b]0;x\x07", "[bold]x[/bold][link=y]z[/link]", "{left}{right}", "{A|B}", "%s%n", "\\",
    *"\"“”„«»‘’'‚‹›`", "''", "``", "“‘", "\r", "\n", "\r\n", "\n\n", "\t", "—", "–", "…", "...",
    "e\u0301", "\u0301" * 9, "שלום", "مرحبا", "日本",
    "👩‍👩‍👧", "ǅ", "ß", "İ", "ſ", "Ⅻ", "½", "٣", "１２", "𝟙",
    "\ud800", "\U000e0041", "\U0010ffff", "no. ", "Mr. ", "U.S. ", "1,2,3,4", "1" * 50, "10^9", "-0", "1e999",
    "half of two thirds of ", "a hundred thousand million ", "not never no ", "on 31 February 2031 ",
    "the day before the day after ", "said said said ", " said that ", "he ", "Monday ", "May ", "A. B. C. ",
]  # fmt: skip
UNITS = [
    '"', "“", "'", "x", "é", "日", "A", "A ", "a ", "1", "1 ", "1,", ".", ". ", "- ", "\n", "\r", "\x1b",
    "said ", "he ",
    "no ", "“a” ", '"a," said ', "‘a ", "A. ", "Mr. ", "May ", "Monday ", "at 5 pm ",
    "from 1 to ", "one hundred ", "1 of ", "the ",
    ", ", "and ",
    "(", ")", "[", ":", "—", "http://x", "e\u0301", "\u0301", "Bo Ek said ", "of the ", "The Post, ",
    "not ", *SENTENCES,
]  # fmt: skip
"""What documents may hold over and over."""
SECRET = "zarquon"
"""A word of a file outside the case's folder."""
CORES = [
    "---\n",
    "documents:",
    "- ",
    "&a ",
    "*a ",
    "<<: *a",
    "!!python/object/apply:os.system [x]",
    "? ",
    "|\n",
]
KEYS = ["path", "text", "id", "label", "date", "outlet", "url", "language", "based_on", "x"]
VALUES: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**40, "", "a.txt", "b.txt", "../secret.txt", "/etc/hostname", "-",
    ".", "2031-05-06", "9999-12-31", "0001-01-01",
    "2031-13-45", "6 May", "en", "xx", "e\x1bn", [], {}, ["a"], {"a": ["b"]}, "\x1b[2J", "\u202e",
    "\ud800", "x" * 999,
]  # fmt: skip
ODD = [
    "", "-", "--", "\x1b[2J", "\u202e", "[bold]", "a=b", "a=2031-05-06", "A=x", "a.txt", "nan", "inf", "-1",
    "1e9", "ⅷ", "x" * 5000, "%s", "{}", "\udc80", "likely", "json", "number", "all",
]  # fmt: skip
OPTIONS = [
    "--only", "--all", "--threshold", "--certainty", "--select", "--ignore", "--layout", "-w", "--color",
    "-L", "--date", "--pack", "-q", "-v", "-f", "-s", "--direct", "--grep", "-j", "--resume", "-h",
    "--version", "-x", "--no-such",
]  # fmt: skip


def article(dice: Random, sentences: int = 4) -> str:
    """Text like a report's."""
    gaps = [" ", " ", " ", "\n", "\n\n", "\r\n"]
    return "".join(dice.choice(SENTENCES) + dice.choice(gaps) for _ in range(dice.randint(1, sentences)))


def spoilt(dice: Random, text: str) -> str:
    """A text after a few accidents: pieces put in, taken out, doubled, moved."""
    for _ in range(dice.randint(1, 12)):
        at = dice.randint(0, len(text))
        end = min(len(text), at + dice.randint(0, 30))
        piece = dice.choice(
            [dice.choice(BITS), text[at:end] * 2, "", chr(dice.randint(0, 0xD7FF)), dice.choice(CORES)]
        )
        text = text[:at] + piece + text[end if dice.random() < 0.5 else at :]
    return text


def coded(dice: Random, text: str) -> bytes:
    """Bytes of a text in one of the encodings that are met, now and then with a flipped byte."""
    coding = dice.choice(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-be", "latin-1"])
    data = bytearray(text.encode(coding, "surrogatepass" if coding.startswith("utf") else "replace"))
    for _ in range(dice.choice([0, 0, 0, 1, 5])):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def asking(dice: Random) -> list[str]:
    """A command with options for two files."""
    form = ["-f", dice.choice(["text", "json", "jsonl", "lines"])]
    shape = ["-w", str(dice.choice([20, 80, 120, 200])), "--color", dice.choice(["auto", "always", "never"])]
    return dice.choice(
        [
            ["compare", *form, *shape, *dice.choice([[], ["--all"], ["-v"], ["--exit-code"]])],
            ["compare", *form, *shape, "--layout", dice.choice(["side", "stacked", "inline"])],
            ["compare", "--threshold", str(dice.choice([0, 1, 55, 100])), *form, "--exit-code"],
            ["quotes", *form, *shape, *dice.choice([[], ["-v"], ["--drift"], ["-s", "Ada Holm"]])],
            ["claims", *form, *shape, *dice.choice([[], ["--unsourced"], ["--grep", "x"]])],
            ["explain", dice.choice(["number", "C-00", "Q-1", "S-1"]), *shape],
        ]
    )  # fmt: skip


def of_bytes(dice: Random) -> Case:
    """Files of random bytes."""
    size = dice.choice([0, 1, 3, 50, 2000])
    alphabet = dice.choice(
        [range(256), range(32, 127), b'"\n .A', b"\x00\xff\xfe\xef\xbb\xbf", range(0x80, 0x100)]
    )
    files = {name: bytes(dice.choices(list(alphabet), k=size)) for name in ("a.txt", "b.txt")}
    return Case("bytes", [*asking(dice), *files], files)


def of_unicode(dice: Random) -> Case:
    """Files of random characters: any, or those that steer and combine."""

    def text() -> str:
        some = [
            dice.choice(BITS) if dice.random() < 0.7 else chr(dice.randrange(0x110000))
            for _ in range(dice.randint(0, 80))
        ]
        return "".join(some)

    files = {f"{n}.txt": text().encode("utf-8", "surrogatepass") for n in "ab"}
    return Case("unicode", [*asking(dice), *files], files)


def of_spoilt(dice: Random) -> Case:
    """Two reports that went through accidents."""
    text = article(dice)
    files = {f"{n}.{dice.choice(['txt', 'md'])}": coded(dice, spoilt(dice, text)) for n in "ab"}
    return Case("spoilt reports", [*asking(dice), *files], files)


def of_long(dice: Random) -> Case:
    """One thing over and over: marks, letters, words, sentences, without an end or a space."""
    unit = dice.choice(UNITS)
    size = dice.choice([300, 1_000, 1_000, 3_000, 3_000, 10_000])
    one = unit * (size // len(unit))
    other = dice.choice([one, article(dice), one[: size // 2] + " x"])
    files = {"a.txt": one.encode(), "b.txt": other.encode()}
    return Case("long", [*asking(dice), *files], files)


def of_manifest(dice: Random) -> Case:
    """Manifests of wrong and hostile values."""
    rows = [
        {key: dice.choice(VALUES) for key in dice.sample(KEYS, dice.randint(0, 5))}
        | dice.choice([{}, {"path": f"{n}.txt"}, {"text": "A."}])
        for n in "ab"
    ]
    whole: Any = dice.choice(
        [
            {"documents": rows},
            {"documents": rows},
            {"documents": rows},
            rows,
            {"documents": dice.choice(VALUES)},
        ]
    )
    text = json.dumps(whole, ensure_ascii=dice.random() < 0.5)  # JSON is YAML
    if dice.random() < 0.4:
        text = spoilt(dice, text)
    files = {"m.yaml": text.encode("utf-8", "surrogatepass")} | {
        f"{n}.txt": coded(dice, article(dice)) for n in "ab"
    }
    return Case("manifest", [*asking(dice), dice.choice(["m.yaml", "m.yaml", "."])], files)


def of_yaml(dice: Random) -> Case:
    """YAML that is deep, that multiplies, that never ends, as manifest or as front matter."""
    depth = dice.choice([10, 500, 5_000])
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, dice.choice([3, 12]))
    )
    text = dice.choice(
        [
            "documents: " + "[" * depth,
            "documents: " + "[" * depth + "]" * depth,
            "{a: " * depth,
            "- " * depth + "x",
            "".join(" " * n + "a:\n" for n in range(min(depth, 500))),
            bomb + "documents: *a1\n",
            bomb + "documents: [{path: a.txt, x: *a2}, {path: b.txt}]\n",
            "a: &a\n  <<: *a\ndocuments: []\n",
            "documents: &d\n- *d\n",
            "documents:\n" + "- {path: a.txt}\n" * 8,
            "documents: " + '"' + "x" * depth,
            "? " * depth,
            "&x " * depth,
            "!!binary " + "A" * depth,
            "!!python/object/apply:os.system ['true']",
            "documents: [{path: a.txt, date: 2031-05-06T10:00:00+99:00}, {path: b.txt, date: 0000-00-00}]",
            "".join(dice.choice([*CORES, *KEYS, *"\n []{}'#", '"', "  ", ": "]) for _ in range(60)),
        ]
    )  # fmt: skip
    files = {f"{n}.txt": coded(dice, article(dice)) for n in "ab"}
    if dice.random() < 0.5:
        files["m.yaml"] = text.encode()
        return Case("yaml", [*asking(dice), "m.yaml"], files)
    closed = dice.choice(["---\n", "...\n", ""])
    files["a.md"] = f"---\n{text}\n{closed}{article(dice)}".encode()
    return Case("yaml", [*asking(dice), "a.md", "b.txt"], files)


def of_front_matter(dice: Random) -> Case:
    """Front matter with wrong values, unclosed, spoilt."""
    values = {key: dice.choice(VALUES) for key in dice.sample(KEYS, 4)}
    head = (
        "---\n"
        + "".join(f"{k}: {json.dumps(v)}\n" for k, v in values.items())
        + dice.choice(["---\n", "", "--\n", "---"])
    )
    text = head + article(dice)
    if dice.random() < 0.5:
        text = spoilt(dice, text)
    files = {"a.md": coded(dice, text), "b.txt": coded(dice, article(dice))}
    return Case("front matter", [*asking(dice), *files], files)


def of_lines(dice: Random) -> Case:
    """JSON Lines that are broken in every way."""

    def line() -> str:
        rows: list[Any] = [
            {key: dice.choice(VALUES) for key in dice.sample(KEYS, dice.randint(0, 3))}
            | {"text": article(dice, 2)}
            for _ in range(2)
        ]
        good = json.dumps({"id": dice.choice(VALUES), "documents": rows}, ensure_ascii=dice.random() < 0.5)
        return dice.choice(
            [
                good, good, good[: dice.randint(0, len(good))], spoilt(dice, good), good + good,
                good + ",", "[" * dice.choice([9, 3000]),
                json.dumps(dice.choice(VALUES)), json.dumps({"documents": dice.choice(VALUES)}),
                '{"a":' * dice.choice([9, 3000]),
                '{"id": NaN, "documents": [{"text": "A."}, {"text": "B."}]}',
                '{"id": 1e999, "documents": [{"text": "A."}, {"text": ""}]}',
                '{"documents": [{"text": "A."}, {"text": "B."}], "documents": 3}', "9" * 5000, '"\\ud800"',
                "\x00", "nul", "\ufeff" + good,
            ]
        )  # fmt: skip

    data = (
        dice.choice(["\n", "\n", "\r\n", "\n\n"])
        .join(line() for _ in range(dice.randint(0, 4)))
        .encode("utf-8", "surrogatepass")
    )
    if dice.random() < 0.5:
        return Case("json lines", ["batch", "-"], stdin=data)
    return Case(
        "json lines", ["batch", "e.jsonl", *dice.choice([[], ["-o", "out.jsonl"]])], {"e.jsonl": data}
    )


def of_arguments(dice: Random) -> Case:
    """Arguments of every kind."""
    command = dice.choice(["compare", "quotes", "claims", "batch", "explain", "schema", "nope", ""])
    args = [dice.choice([dice.choice(OPTIONS), dice.choice(ODD)]) for _ in range(dice.randint(0, 5))]
    files = {f"{n}.txt": article(dice, 3).encode() for n in "ab"}
    return Case(
        "arguments",
        [command, *args, *dice.choice([[], list(files), ["a.txt", "-"]])],
        files,
        article(dice, 2).encode(),
    )


def of_names(dice: Random) -> Case:
    """File names and labels that would steer a terminal; names that are not there."""

    def name() -> str:
        text = "".join(dice.choice(BITS) for _ in range(dice.randint(1, 4)))
        return (
            text.replace("/", "")
            .replace("\x00", "")
            .encode("utf-8", "surrogatepass")
            .decode("utf-8", "replace")[:60]
        )

    one, two = f"{name()}.txt", f"{name()}x.txt"
    files = {
        one: spoilt(dice, article(dice, 3)).encode("utf-8", "surrogatepass"),
        two: article(dice, 3).encode(),
    }
    return Case(
        "names", [*asking(dice), *dice.choice([files, [f"./{one}", two], [one, f"gone{two}"], ["."]])], files
    )


def of_packs(dice: Random) -> Case:
    """Language packs of the user's."""
    sections = ["grammar", "figures", "calendar", "names", "cues", "lexicon", "nope"]
    keys = ["negators", "units", "months", "titles", "numbers", "neutral", "opposites", "pronouns", "x"]
    value = {s: {dice.choice(keys): dice.choice(VALUES)} for s in dice.sample(sections, 2)}
    text = json.dumps(dice.choice([value, value, dice.choice(VALUES)]))
    if dice.random() < 0.3:
        text = spoilt(dice, text)
    files = {f"{n}.txt": article(dice, 3).encode() for n in "ab"}
    return Case(
        "packs",
        [*asking(dice), "--pack", "p.yaml", *files],
        {"p.yaml": text.encode("utf-8", "surrogatepass"), **files},
    )


KINDS: list[Callable[[Random], Case]] = [
    of_bytes, of_unicode, of_spoilt, of_spoilt, of_long, of_manifest, of_yaml, of_front_matter, of_lines,
    of_arguments, of_names, of_packs,
]  # fmt: skip


def case(seed: int, number: int) -> Case:
    """The case of that number."""
    dice = Random(f"{seed}/{number}")
    return KINDS[number % len(KINDS)](dice)

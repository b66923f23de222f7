"""Capitalised phrases of a sentence: where a name stands, and which words around it are title or role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.extract.words import NameWords
from treatydiff.frozen import dataclass
from treatydiff.model import NameKind, Passage, Span, Token
from treatydiff.patterns import pattern
from treatydiff.tokens import fold

_JOINS = frozenset((" ", "-", "‑"))
_ABBREVIATED = pattern(r"\.\s?")
_LONGEST = 24
"""Words that one run may have: no name is longer, and capitals without end stay cheap."""


@dataclass(frozen=True, slots=True)
class Run:
    """A capitalised phrase that names something."""

    span: Span
    words: tuple[str, ...]
    """As written, possessive ending dropped."""
    keys: tuple[str, ...]
    """The words folded."""
    first: int
    last: int
    """Indexes of its first and last token in the passage, last included."""
    titles: tuple[str, ...]
    """Folded titles and demonyms that stand before it in capitals."""
    kind: NameKind
    opens: bool
    """Whether it opens the sentence, where a capital proves little."""
    written: str
    """As the text writes it, possessive ending dropped."""
    tokens: tuple[Token, ...] = ()
    """Its words as the passage has them."""
    article: bool = False
    """Whether "The" belongs to it: an outlet's name that has it with a capital within a sentence."""

    def part(self, i: int, j: int) -> Run:
        """The run of the words `i` to `j`, the last one excluded."""
        tokens, words = self.tokens[i:j], self.words[i:j]
        span = Span(tokens[0].start, tokens[-1].start + len(words[-1]))
        first, last = self.first + i, self.first + j - 1
        return Run(span, words, self.keys[i:j], first, last, (), "unknown", False, " ".join(words), tokens)


def bare(word: str) -> str:
    """A word without its possessive ending."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def find_runs(passage: Passage, text: str, words: NameWords, lowered: frozenset[str]) -> Iterator[Run]:
    """The names of a sentence; `lowered` holds the words that the document writes without a capital."""
    tokens = passage.tokens
    done = 0
    for i, token in enumerate(tokens):
        if token.text in lowered and token.text not in words.particles:
            continue
        if i < done or not _starts(tokens, i, text, words):
            continue
        j = i
        while j - i < _LONGEST and (k := _continues(tokens, i, j, text, words)) is not None:
            j = k
        if j > i or fold(token.text).partition("'")[0] not in words.openers:
            yield from _trimmed(tokens, i, j, text, words, lowered)
        done = j + 1


def _capital(token: Token, words: NameWords) -> bool:
    if not token.text[0].isupper():
        return False
    return token.norm.partition("'")[0] not in words.capital_pronouns


def _starts(tokens: Sequence[Token], i: int, text: str, words: NameWords) -> bool:
    if _capital(tokens[i], words):
        return True
    return (
        tokens[i].text in words.particles
        and i + 1 < len(tokens)
        and _capital(tokens[i + 1], words)
        and text[tokens[i].end : tokens[i + 1].start] == "-"
    )


def _continues(tokens: Sequence[Token], first: int, i: int, text: str, words: NameWords) -> int | None:
    """The index of the token that the run goes on with, or None."""
    token = tokens[i]
    if i + 1 >= len(tokens):
        return None
    gap = text[token.end : tokens[i + 1].start]
    if _of_members(token, gap, words):
        return i + 1 if tokens[i + 1].text in words.heads else None
    if token.text.endswith(("'s", "’s")):
        return None
    if gap not in _JOINS:
        short = len(token.text) == 1 or token.norm in words.titles or "." in token.text
        if not (short and _ABBREVIATED.fullmatch(gap)):
            return i + 1 if gap == " & " and _capital(tokens[i + 1], words) else None
    if _capital(tokens[i + 1], words):
        return i + 1
    k = i + 1
    if tokens[k].text not in words.particles and tokens[k].text not in words.within:
        return None
    body = any(t.text in words.heads and t.text not in words.firm_heads for t in tokens[first : i + 1])
    while k < len(tokens) and (
        tokens[k].text in words.particles or (body and tokens[k].text in words.within)
    ):
        if tokens[k].text in words.joins and not (k + 1 < len(tokens) and tokens[k + 1].text in words.heads):
            return None
        if k + 1 >= len(tokens) or text[tokens[k].end : tokens[k + 1].start] not in (" ", "-", ""):
            return None
        k += 1
    return k if k > i + 1 and k < len(tokens) and _capital(tokens[k], words) else None


def _of_members(token: Token, gap: str, words: NameWords) -> bool:
    """Whether a possessive names the members of a body: "Farmers' Union", "Women's Institute"."""
    if gap in ("' ", "’ "):
        return token.text.endswith("s")
    if not token.text.endswith(("'s", "’s")):
        return False
    return token.norm in words.members or any(
        m[0] == "-" and token.norm.endswith(m[1:]) for m in words.members
    )


def _trimmed(
    tokens: Sequence[Token], i: int, j: int, text: str, words: NameWords, lowered: frozenset[str]
) -> Iterator[Run]:
    """The run without opening words, calendar words, demonyms and titles; several where it falls apart."""
    opens = i == 0 or text[tokens[i].start - 1] in "\"“‘'(:—–"
    while i <= j and (
        (_opener(tokens, i, j, words))
        or (opens and i < j and _common(tokens[i], words, lowered))
        or (opens and i + 1 < j and _role_before(tokens[i : j + 1], words))
        or tokens[i].norm in words.calendar
    ):
        i += 1
        opens = False
    while j >= i and tokens[j].norm in words.calendar and not (j > i and tokens[j].text in words.heads):
        j -= 1
    if i > j:
        return
    for k in range(i + 1, j):
        if tokens[k].norm in words.calendar:
            yield from _trimmed(tokens, i, k - 1, text, words, lowered)
            yield from _trimmed(tokens, k + 1, j, text, words, lowered)
            return
    last = j
    while j > i and tokens[j].text in words.postnominals:
        j -= 1
    run = [bare(t.text) for t in tokens[i : j + 1]]
    keys = [fold(w) for w in run]
    if (len(run) > 2 and all(w.isupper() and len(w) > 1 for w in run)) or (
        len(run) == 1 and keys[0] in words.people and keys[0] not in words.places
    ):
        # a cross-head in capitals; "Democrats"
        return
    if parted := _titled(run, keys, words) if len(run) > 2 else 0:
        # "Senate Majority Leader Ivo Lind": what stands before the title is a name of its own
        yield from _trimmed(tokens, i, i + parted - 1, text, words, lowered)
        i, run, keys = i + parted, run[parted:], keys[parted:]
        opens = False
    body = len(run) > 1 and _body(run, keys, words)
    if len(run) > 2 and keys[0] in words.places and not body and i > 0 and not opens:
        # "ambassador to Russia Ivan Petrov": the place belongs to the role
        yield from _trimmed(tokens, i, i, text, words, lowered)
        yield from _trimmed(tokens, i + 1, last, text, words, lowered)
        return
    titles: list[str] = []
    if (
        len(run) > 1
        and not body
        and (whole := " ".join(keys)) not in words.places
        and whole not in words.speaking_places
    ):
        n = 0
        while n < len(run) - 1 and (keys[n] in words.titles or keys[n] in words.demonyms):
            n += 1
        titles += keys[:n]
        if n < len(run) - 2 and f"{keys[n]} {keys[n + 1]}" in words.demonyms:
            titles.append(f"{keys[n]} {keys[n + 1]}")
            n += 2
            while n < len(run) - 1 and keys[n] in words.titles:
                titles.append(keys[n])
                n += 1
        i, run, keys = i + n, run[n:], keys[n:]
    domain = _domain(tokens, j, text, words)
    if domain > j:
        # "Havnen.com"
        run[-1] = text[tokens[j].start : tokens[domain].end]
        keys[-1] = fold(run[-1])
        j = last = domain
    if len(run) == 1 and (keys[0] in words.demonyms or (keys[0] in words.titles and not titles)):
        return
    if len(run) == 1 and opens and not titles and keys[0] in lowered and keys[0] not in words.places:
        return
    end = tokens[j].start + len(bare(tokens[j].text))
    kind = "organisation" if "." in run[-1][1:-1] else _kind(run, keys, titles, words)
    written = " ".join(text[tokens[i].start : end].split())
    article = i > 1 and tokens[i - 1].text == "The" and any(w in words.outlets for w in run)
    article = article and text[tokens[i - 2].end : tokens[i - 1].start] == " "
    span = Span(tokens[i].start, max(end, tokens[last].end) if last > j else end)
    held = tuple(tokens[i : j + 1])
    yield Run(span, tuple(run), tuple(keys), i, last, tuple(titles), kind, opens, written, held, article)


def _domain(tokens: Sequence[Token], j: int, text: str, words: NameWords) -> int:
    """The last token of an address on the web whose name ends with token `j`; `j` where it is none."""
    while (
        j + 1 < len(tokens)
        and tokens[j + 1].text in words.domains
        and text[tokens[j].end : tokens[j + 1].start] == "."
    ):
        j += 1
    return j


def _titled(run: Sequence[str], keys: Sequence[str], words: NameWords) -> int:
    """How many words stand before the title of a person within a run; 0 where there are none."""
    last = 0
    for k in range(1, len(run) - 1):
        if keys[k] in words.titles and keys[k] not in words.title_openers:
            last = k
    if not last or len(run) - last > 5:
        return 0
    if any(w in words.heads for w in run[last + 1 :]) or any(w in words.titles for w in keys[last + 1 :]):
        return 0
    while last > 0 and keys[last - 1] in words.titles:
        last -= 1
    return last


def _opener(tokens: Sequence[Token], i: int, j: int, words: NameWords) -> bool:
    """Whether a word opens sentences ("After", "They've") and does not begin a place ("New Zealand")."""
    word = fold(tokens[i].text)
    if word.partition("'")[0] not in words.openers:
        return False
    return not any(
        " ".join(fold(bare(t.text)) for t in tokens[i:k]) in words.places
        for k in range(i + 2, min(j, i + 3) + 2)
    )


def _role_before(run: Sequence[Token], words: NameWords) -> bool:
    """Whether a sentence opens with what somebody is, and then the full name: "Coroner Ivo Lind"."""
    role = run[0].norm
    if role not in words.role_heads or role in words.first_names or role in words.titles:
        return False
    written = [bare(t.text) for t in run]
    return run[1].norm in words.first_names or (
        len(run) == 3 and not _body(written, [fold(w) for w in written], words)
    )


def _common(token: Token, words: NameWords, lowered: frozenset[str]) -> bool:
    return (
        token.norm in lowered
        and token.norm not in words.first_names
        and token.norm not in words.titles
        and token.norm not in words.places
        and token.norm not in words.particles
    )


def _body(run: Sequence[str], keys: Sequence[str], words: NameWords) -> bool:
    """Whether a phrase names a body: its last word shows it, or one within it."""
    if len(run) == 1:
        return run[0] in words.outlets
    named = any(w in words.first_names for w in keys[:-1])
    if run[-1] in words.heads:
        return not (named and (run[-1] in words.firm_heads or keys[-1] in words.first_names))
    return not named and any(
        w in words.heads and key not in words.first_names
        for w, key in zip(run[1:-1], keys[1:-1], strict=True)
    )


def _is_headed(run: Sequence[str], keys: Sequence[str], words: NameWords) -> bool:
    """Whether the first word of a phrase shows that it names a body: "Institute of Earth Sciences"."""
    return (
        len(run) > 2 and keys[1] in words.of and run[0] in words.heads and words.first_names.isdisjoint(keys)
    )


def _kind(run: Sequence[str], keys: Sequence[str], titles: Sequence[str], words: NameWords) -> NameKind:
    whole = " ".join(keys)
    if whole in words.places and not titles:
        return "place"
    if whole in words.speaking_places or _body(run, keys, words):
        return "organisation"
    if not titles and _is_headed(run, keys, words):
        return "organisation"
    if len(run) == 1 and run[0] in words.heads and not titles:
        return "organisation"
    if len(run) == 1 and run[0].isupper() and len(run[0]) > 1:
        return "organisation" if not titles else "person"
    if any(t in words.titles for t in titles):
        return "person"
    if len(run) == 1:
        return "unknown"
    if keys[0] in words.first_names or (len(keys[0].strip(".")) == 1 and len(run) > 2):
        return "person"
    return "unknown"

"""Paths, folders, manifests and standard input → Documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from os import PathLike, fspath

from treatydiff import files
from treatydiff.decoding import decode
from treatydiff.digests import sha256
from treatydiff.errors import InputError
from treatydiff.frozen import dataclass, replace
from treatydiff.hints import TYPE_CHECKING, Any
from treatydiff.model import Document, Limits, Span
from treatydiff.rows import Row, Where, row_of

if TYPE_CHECKING:
    from treatydiff.readers import Content

Report = Callable[[str], None]
"""What is told of a document that cannot be read."""
STDIN = "-"
MANIFEST = ("manifest.yaml", "manifest.yml")
YAML = (".yaml", ".yml")
UNREAD = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "an HTML page"),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pdf", ".epub"), "a word processor's or print file"),
    **dict.fromkeys((".json", ".xml", ".csv", ".tsv"), "a data file"),
}
"""Formats that are known and not read, so that the message says more than that they look odd."""
WAY_OUT = "save the report as plain text or Markdown"
LISTED = 5_000
"""Files of a folder among which a misspelt name is looked for."""
ENOUGH_LETTERS = 200
"""Letters that it takes to tell that a text is in no language there is a pack for."""
FUNCTION_WORDS = 0.15
"""Share of function words below which a text is hardly in the language; English has 0.3 to 0.5."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One document to be read."""

    row: Row
    where: Where
    folder: str
    name: str
    """The path as given, or what else messages call it."""
    manifest: str | None = None
    """The manifest that asks for it."""


def load(
    paths: Iterable[str] = (),
    *,
    allow_outside: bool = False,
    report: Report | None = None,
    limits: Limits | None = None,
) -> list[Document]:
    """The documents at those paths, ``-`` being standard input; the bundled reports where there are none.

    Raises `InputError` for what cannot be read; with `report`, says so there and goes on with the rest.
    """

    def failed(error: InputError) -> None:
        if report is None:
            raise error
        report(str(error))

    given = list(paths) or [seeds()]
    asked: list[_Asked] = []
    for path in given:
        try:
            for file in _files(str(path)):
                asked += _asked(file, allow_outside, failed)
        except InputError as error:
            failed(error)
    ids = _ids([a.row.id for a in asked], [a.where for a in asked])
    documents: list[Document] = []
    read_stdin = False
    for item, id in zip(asked, ids, strict=True):
        try:
            if item.row.path == STDIN and read_stdin:
                raise InputError(f"{STDIN}: standard input can be read only once")
            read_stdin = read_stdin or item.row.path == STDIN
            documents.append(_document(item, id, limits or Limits()))
        except InputError as error:
            failed(error)
    return tell_apart(documents)


def event(
    rows: Any, folder: str | PathLike[str], *, allow_outside: bool = False, limits: Limits | None = None
) -> list[Document]:
    """The documents of one event whose rows are plain values, as in a line of a batch."""
    if not isinstance(rows, list):
        raise InputError("documents: a list of documents is needed")
    asked = [
        _row_asked(row, _numbered(n), fspath(folder), allow_outside, "events'")
        for n, row in enumerate(rows, 1)
    ]
    if any(a.row.path == STDIN for a in asked):
        raise InputError("standard input cannot be a document of a batch")
    ids = _ids([a.row.id for a in asked], [a.where for a in asked])
    return tell_apart(_document(a, id, limits or Limits()) for a, id in zip(asked, ids, strict=True))


def files_of(paths: Iterable[str]) -> Iterator[str]:
    """Every file that `load` would open for those paths, as far as that can be told."""
    for path in paths:
        try:
            for file in _files(str(path)):
                yield file
                if files.ending(file) in YAML:
                    rows = [row for row, _ in _manifest(file)]
                    yield from (files.joined(files.parent(file), str(r["path"])) for r in rows if "path" in r)
        except (InputError, TypeError):
            continue


def tell_apart(documents: Iterable[Document]) -> list[Document]:
    """The documents with labels that differ: where two have the same, each gets its id as well."""
    found = list(documents)
    for _ in range(2):  # a label may by chance look like one that was made here
        counts: dict[str, int] = {}
        for d in found:
            counts[d.label] = counts.get(d.label, 0) + 1
        found = [d if counts[d.label] == 1 else replace(d, label=f"{d.label} ({d.id})") for d in found]
    return found


def seeds() -> str:
    """The folder of the bundled reports, in a wheel and in a checkout alike."""
    package = files.parent(__file__)
    for place in (package, files.parent(files.parent(package))):
        folder = files.joined(place, "seeds")
        if files.exists(files.joined(folder, "manifest.yaml")):
            return folder
    raise InputError("the bundled seed reports are missing: install treatydiff again")


def _files(path: str) -> list[str]:
    """The file itself; of a folder its manifest, or all documents that can be read, sorted."""
    if not path:
        raise InputError("an empty name stands among the files (a variable that is not set?)")
    try:
        if path == STDIN or not files.is_folder(path):
            return [path]
        for name in MANIFEST:
            if files.exists(manifest := files.joined(path, name)):
                return [manifest]
        known = [name for name in files.names_in(path) if files.ending(name) in _suffixes()]
        found = [file for name in known if files.is_file(file := files.joined(path, name)) and name[0] != "."]
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {_reason(error)}") from None
    if not found:
        endings = ", ".join(sorted(_suffixes()))
        raise InputError(f"{path}: a folder without reports to read (their names end in {endings})")
    return found


def _asked(path: str, allow_outside: bool, failed: Callable[[InputError], None]) -> list[_Asked]:
    if files.ending(path) not in YAML:
        return [_Asked(Row(path=path), lambda key: path, ".", path)]
    found = []
    for row, where in _manifest(path):
        try:
            asked = _row_asked(row, where, files.parent(path), allow_outside, "manifest's")
            found.append(replace(asked, manifest=path))
        except InputError as error:
            failed(error)
    return found


def _manifest(path: str) -> Iterator[tuple[Any, Where]]:
    """The rows of a manifest, each with what names the place of its entries."""
    from treatydiff.safeyaml import place, read_yaml

    text, _ = decode(_bytes(path, Limits().characters), path)
    read = read_yaml(text, path)
    rows = read.value.get("documents") if isinstance(read.value, Mapping) else None
    if not isinstance(rows, list) or not rows:
        at = place(path, read.spots.get(("documents",)))
        raise InputError(f"{at}: a manifest is a mapping whose documents are a list of {{path: …, id: …}}")
    for n, row in enumerate(rows):

        def where(key: str, n: int = n) -> str:
            way = ("documents", n, key) if ("documents", n, key) in read.spots else ("documents", n)
            return place(path, read.spots.get(way))

        yield row, where


def _numbered(n: int) -> Where:
    return lambda key: f"document {n}"


def _row_asked(value: Any, where: Where, folder: str, allow_outside: bool, whose: str) -> _Asked:
    """A row of a manifest or of a batch line; a path in it reaches no farther than its folder."""
    row = row_of(value, where)
    if (row.path is None) == (row.text is None):
        said = "path and text are both given" if row.path is not None else "neither path nor text is given"
        raise InputError(f"{where('path')}: {said}")
    if row.path is None or row.path == STDIN:
        return _Asked(row, where, folder, row.path or where(""))
    target = files.joined(folder, row.path)
    try:
        inside = files.leads_into(target, folder)
    except (OSError, ValueError) as error:
        raise InputError(f"{where('path')}: {_reason(error)}") from None
    if not (inside or allow_outside):
        said = f"{row.path} lies outside the {whose} folder (--allow-outside lets it be read)"
        raise InputError(f"{where('path')}: {said}")
    return _Asked(row, where, folder, target)


def _document(asked: _Asked, id: str, limits: Limits) -> Document:
    row, name = asked.row, asked.name
    notes: tuple[str, ...] = ()
    if row.text is not None:
        text = row.text
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    else:
        data = _bytes(name, limits.characters)
        digest = sha256(data).hexdigest()
        text, notes = decode(data, name)
    if len(text) > limits.characters:
        raise InputError(_too_long(name, limits.characters))
    content = _content(text, name)
    if not text[content.span.start : content.span.end].strip():
        what = "is empty" if not text.strip() else "has nothing but front matter"
        raise InputError(f"{name}: {what}")
    row = row.over(_front(content, name))
    language = row.language or "en"
    notes += _language_notes(text, content.span, language, row.language is not None, name)
    stem = files.stem(row.path) if row.path and row.path != STDIN else None
    found = Document(
        id=id,
        label=row.label or row.outlet or stem or id,
        text=text,
        path=name if row.path else None,
        manifest=asked.manifest,
        published=row.date,
        outlet=row.outlet,
        url=row.url,
        language=language,
        based_on=row.based_on or (),
        content=None if content.span == (0, len(text)) else content.span,
        blocks=content.blocks,
        sha256=digest,
        extra=row.extra,
        notes=notes,
    )
    return found if found.published else _dated(found)


def _content(text: str, name: str) -> Content:
    """What the reader for that file finds in its text."""
    from treatydiff.shelf import member, names

    if text.lstrip()[:14].lower().startswith(("<!doctype html", "<html")):
        raise InputError(f"{name}: an HTML page, not text ({WAY_OUT})")
    ending = files.ending(name)
    own = ending[1:] in names("readers")  # then no other reader need be loaded
    reader = member("readers", ending[1:] if own else _suffixes().get(ending, "txt"))
    content: Content = reader.read(text, name)
    return content


def _front(content: Content, name: str) -> Row:
    """The metadata of the front matter; it may not say where the text is."""
    from treatydiff.safeyaml import place

    if not content.meta:
        return Row()
    row = row_of(content.meta, lambda key: place(name, content.spots.get((key,))))
    moved = {key: value for key in ("path", "text") if (value := getattr(row, key)) is not None}
    return replace(row, path=None, text=None, extra={**row.extra, **moved})


def _dated(document: Document) -> Document:
    """The document with the publication date that its own first lines give."""
    from treatydiff.datelines import published
    from treatydiff.language import load_language

    return replace(document, published=published(document, load_language(document.language)))


def _language_notes(text: str, content: Span, language: str, given: bool, name: str) -> tuple[str, ...]:
    """A note where there is no pack for the language that the text is in."""
    from treatydiff.language import known_languages, load_language

    known = known_languages()
    if language not in known:
        return (
            f"{name}: no language pack for {language!r}; read as English (there are: {', '.join(known)})",
        )
    if given:
        return ()
    words = text[content.start : content.start + 20_000].lower().split()
    usual = frozenset(load_language(language).words("grammar", "stop"))
    share = sum(w.strip(".,;:!?\"'()“”‘’") in usual for w in words) / max(len(words), 1)
    if share >= FUNCTION_WORDS or sum(sum(c.isalpha() for c in w) for w in words) < ENOUGH_LETTERS:
        return ()
    return (f"{name}: does not look like {language}, the only language it can be read as: expect little",)


def _ids(given: Sequence[str | None], where: Sequence[Where]) -> list[str]:
    """An id for each document: its own, or the letters of its place, passing over those that are taken."""
    seen: set[str] = set()
    for id, at in zip(given, where, strict=True):
        if id is not None and id in seen:
            raise InputError(f"{at('id')}: the id {id} is given twice (ids must differ)")
        if id is not None:
            seen.add(id)
    found = []
    free = 0
    for n, id in enumerate(given):
        free = max(free, n)
        if id is None:
            while letters(free) in seen:
                free += 1
            id = letters(free)
            seen.add(id)
        found.append(id)
    return found


def letters(n: int) -> str:
    """A, B, … Z, AA, AB, …: the id of a document that has none, `n` counted from 0."""
    out = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(65 + rest) + out
    return out


def _bytes(name: str, limit: int) -> bytes:
    """What a file holds, or standard input for ``-``; not more than a text within the limit can take."""
    most = 4 * limit + 4
    if name == STDIN:
        if sys.stdin is None:
            raise InputError("-: there is no standard input")
        data = sys.stdin.buffer.read(most + 1)
    else:
        kind = UNREAD.get(files.ending(name))
        if kind:
            raise InputError(f"{name}: {kind} is not read ({WAY_OUT})")
        if files.ending(name) == ".jsonl":
            raise InputError(f"{name}: events in JSON Lines are for treatydiff batch")
        try:
            data = files.content(name, most + 1)
        except FileNotFoundError:
            raise InputError(f"{name}: no such file{_near(name)}") from None
        except (OSError, ValueError) as error:
            raise InputError(f"{name}: {_reason(error)}") from None
    if len(data) > most:
        raise InputError(_too_long(name, limit))
    return data


def _too_long(name: str, limit: int) -> str:
    return f"{name}: more than {limit:,} characters (--limit characters=N allows more)"


def _near(path: str) -> str:
    """The file that was probably meant; the ending of a name says nothing about that."""
    from difflib import get_close_matches

    try:
        folder = files.parent(path)
        others = {files.stem(n): files.joined(folder, n) for n in islice(files.names_in(folder), LISTED)}
    except OSError:
        return ""
    near = get_close_matches(files.stem(path), others, 1)
    return f" (did you mean {others[near[0]]}?)" if near else ""


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


@cache
def _suffixes() -> dict[str, str]:
    """Endings of file names, each with the name of its reader."""
    from treatydiff.shelf import member, names

    return {suffix: name for name in names("readers") for suffix in member("readers", name).SUFFIXES}

"""Paths, folders, manifests and standard input → Documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from treatydiff.errors import InputError
from treatydiff.model import Document

Report = Callable[[str], None]
"""What is told of a document that cannot be read."""


def load(
    paths: Iterable[str] = (), *, allow_outside: bool = False, report: Report | None = None
) -> list[Document]:
    """The documents at those paths, ``-`` being standard input; the bundled reports where there are none.

    Raises `InputError` for what cannot be read; with `report`, says so there and goes on with the rest.
    """
    documents: list[Document] = []
    for path in list(paths) or [str(seeds())]:
        for file in _files(path):
            try:
                if file.suffix in (".yaml", ".yml"):
                    documents += load_manifest(file, allow_outside)
                else:
                    row = {"path": str(file), "id": chr(65 + len(documents))}
                    documents.append(document(row, Path(), str(file)))
            except InputError as error:
                if report is None:
                    raise
                report(str(error))
    return documents


def _files(path: str) -> list[Path]:
    folder = Path(path)
    if not folder.is_dir():
        return [folder]
    manifest = folder / "manifest.yaml"
    return [manifest] if manifest.exists() else sorted(folder.glob("*.txt"))


def load_manifest(path: Path, allow_outside: bool = False) -> list[Document]:
    """The documents of one event."""
    import yaml

    rows = yaml.safe_load(_bytes(path))["documents"]
    for row in rows:
        inside = (path.parent / row.get("path", "")).resolve().is_relative_to(path.parent.resolve())
        if not (allow_outside or inside):
            raise InputError(f"{path}: {row['path']} is outside the manifest's folder (see --allow-outside)")
    return [document(row, path.parent, str(path.parent / row["path"])) for row in rows]


def _bytes(path: Path) -> bytes:
    """What a file holds, or standard input for ``-``."""
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        from difflib import get_close_matches

        others = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
        near = get_close_matches(path.name, others, 1)
        raise InputError(f"{path}: no such file" + (f" (did you mean {near[0]}?)" if near else "")) from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def document(row: Mapping[str, Any], folder: Path, path: str | None = None) -> Document:
    """One document of a manifest or of a batch line."""
    if "text" in row:
        text = row["text"]
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    else:
        data = _bytes(folder / row["path"])
        text, digest = data.decode("utf-8-sig"), sha256(data).hexdigest()
    published = row.get("date")
    if isinstance(published, str):
        published = date.fromisoformat(published)
    return Document(
        id=row["id"],
        label=row.get("label") or row.get("outlet") or (Path(path).stem if path else row["id"]),
        text=text,
        path=path,
        published=published,
        sha256=digest,
        outlet=row.get("outlet"),
        language=row.get("language", "en"),
    )


def seeds() -> Path:
    """The folder of the bundled reports, in a wheel and in a checkout alike."""
    for folder in (Path(__file__).parent / "seeds", Path(__file__).parents[2] / "seeds"):
        if (folder / "manifest.yaml").exists():
            return folder
    raise InputError("the bundled seed reports are missing: install treatydiff again")

"""Paths, folders, manifests and standard input → Documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from treatydiff.errors import InputError
from treatydiff.model import Document


def load(paths: Iterable[str] = ()) -> list[Document]:
    """The documents at those paths; the bundled seed reports where there are none."""
    given = list(paths) or [str(seeds())]
    documents: list[Document] = []
    for path in given:
        p = Path(path)
        if p.is_dir():
            manifest = p / "manifest.yaml"
            files = [manifest] if manifest.exists() else sorted(p.glob("*.txt"))
        else:
            files = [p]
        for file in files:
            if file.suffix in (".yaml", ".yml"):
                documents += load_manifest(file)
            else:
                documents.append(
                    document({"path": file.name, "id": chr(65 + len(documents))}, file.parent, str(file))
                )
    return documents


def load_manifest(path: Path) -> list[Document]:
    """The documents of one event."""
    import yaml

    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["documents"]
    return [document(row, path.parent, str(path.parent / row["path"])) for row in rows]


def document(row: Mapping[str, Any], folder: Path, path: str | None = None) -> Document:
    """One document of a manifest or of a batch line."""
    if "text" in row:
        text = row["text"]
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    else:
        data = (folder / row["path"]).read_bytes()
        text, digest = data.decode("utf-8-sig"), sha256(data).hexdigest()
    published = row.get("date")
    if isinstance(published, str):
        published = date.fromisoformat(published)
    return Document(
        id=row["id"],
        label=row.get("label") or row["id"],
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

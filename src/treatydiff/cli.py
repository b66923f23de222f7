"""The command line: each command is a few lines over the library; only typer is imported at the top."""

from __future__ import annotations

import sys
from typing import Annotated, Optional

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
Files = Annotated[Optional[list[str]], typer.Argument(metavar="[FILE]...")]  # noqa: UP045


@app.command()
def compare(
    files: Files = None,
    format: Annotated[str, typer.Option("-f", "--format")] = "text",
    threshold: float = 55.0,
) -> None:
    """Shared facts, contradictions, unique claims."""
    import json

    from treatydiff.loading import load
    from treatydiff.model import Options
    from treatydiff.pipeline import compare
    from treatydiff.renderers.json import as_dict

    print(json.dumps(as_dict(compare(load(files or ()), Options(threshold))), ensure_ascii=False, indent=1))


@app.command()
def quotes(files: Files = None, format: Annotated[str, typer.Option("-f", "--format")] = "text") -> None:
    """Who said what."""
    import json

    from treatydiff.loading import load
    from treatydiff.pipeline import quotes
    from treatydiff.renderers.json import quote_dict

    documents = {d.id: d for d in load(files or ())}
    for quote in quotes(documents.values()):
        d = documents[quote.document]
        print(json.dumps({**quote_dict(quote, d), "path": d.path, "label": d.label}, ensure_ascii=False))


@app.command()
def batch(
    events: str,
    format: Annotated[str, typer.Option("-f", "--format")] = "jsonl",
    threshold: float = 55.0,
    jobs: Annotated[int, typer.Option("-j")] = 1,
) -> None:
    """Many events, one JSON line each."""
    import json
    from pathlib import Path

    from treatydiff.loading import document
    from treatydiff.model import Options
    from treatydiff.pipeline import compare
    from treatydiff.renderers.json import as_dict

    for line in Path(events).read_text(encoding="utf-8").split("\n"):
        if line.strip():
            event = json.loads(line)
            documents = [document(row, Path()) for row in event["documents"]]
            out = {"event": event["id"], **as_dict(compare(documents, Options(threshold)))}
            print(json.dumps(out, ensure_ascii=False))


def run() -> int:
    """Run the command that was asked for; the exit status."""
    app()
    return 0


if __name__ == "__main__":
    sys.exit(run())

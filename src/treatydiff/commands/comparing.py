"""``compare``, ``explain`` and ``schema``."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.commands import Source, Target, documents, inputs_of, near
from treatydiff.errors import Ended, InputError
from treatydiff.frozen import replace
from treatydiff.hints import Any
from treatydiff.model import Comparison, Document, Finding, Options, Place
from treatydiff.output import emit


def compare(
    source: Source,
    target: Target,
    options: Options,
    only: Sequence[str] | None,
    certainty: Any,
    exit_code: bool,
) -> None:
    """Compare two and more reports."""
    found = documents(source)
    result = _compared(found, options, source)
    kinds: frozenset[Any] = frozenset(
        "contradiction" if kind == "contradictions" else str(kind) for kind in only or ()
    )
    view = replace(target.view(), only=kinds, certainty=certainty)
    target.write("comparison", (result,), view, inputs_of(found, source, target))
    likely = any(f.kind == "contradiction" and f.certainty == "likely" for f in result.findings)
    source.status(1 if exit_code and likely else 0)


def _compared(found: list[Document], options: Options, source: Source) -> Comparison:
    from treatydiff import pipeline

    if len(found) < 2:
        if source.failures:
            raise Ended(2)
        name = f"{found[0].path or found[0].id}: " if found else ""
        raise InputError(f"{name}a comparison needs two reports")
    result = pipeline.compare(found, options)
    for note in result.notes:
        source.note(note)
    return result


def explain(subject: str, source: Source, target: Target, options: Options) -> None:
    """Why a finding was made, or what a rule looks for."""
    from treatydiff import pipeline
    from treatydiff.renderers import _explain
    from treatydiff.renderers.text import painted
    from treatydiff.shelf import names

    view = target.view()
    if subject in names("rules"):
        lines = painted(_explain.rule(subject, view), view)
        emit(lines, target.output, machine=False, inputs=inputs_of((), source, target))
        return
    found = documents(source)
    if len(found) == 1 and subject[:2].upper() == "Q-":  # who says what can be told of one report alone
        result = Comparison(tuple(pipeline.read(d, options.packs) for d in found), (), (), options)
    else:
        result = _compared(found, options, source)
    chosen = [f for f in (*result.findings, *result.internal) if f.id.casefold() == subject.casefold()]
    quote = [q for r in result.readings for q in r.quotes if q.id.casefold() == subject.casefold()]
    if chosen:
        near_it = _nearest(chosen[0], result) if chosen[0].kind == "unique" else ()
        page = _explain.finding(chosen[0], result, view, near_it)
    elif quote:
        page = _explain.quote(quote[0], result, view)
    else:
        raise InputError(
            f"{subject}: neither a finding of these reports nor a rule{near(subject, names('rules'))}"
        )
    emit(painted(page, view), target.output, machine=False, inputs=inputs_of(found, source, target))


def _nearest(claim: Finding, result: Comparison) -> list[tuple[Place, float]]:
    """The place of each other report that the sentence of a unique claim comes nearest to, with the score."""
    from treatydiff.align import align
    from treatydiff.language import load_language

    place = claim.places[0]
    own = next(r for r in result.readings if r.document.id == place.document)
    sentence = next(p.index for p in own.passages if p.span.overlap(place.span))
    language = load_language(own.document.language, result.options.packs)
    best = []
    for other in result.readings:
        if other is not own:
            links = [k for k in align(own, other, language, 0.0) if k.left.passage == sentence and k.score]
            best += sorted(links, key=lambda k: (-k.score, k.right.span))[:1]
    best.sort(key=lambda k: -k.score)
    return [(Place(k.right.document, k.right.span), k.score) for k in best]


def schema(output: str | None) -> None:
    """The JSON Schema of the JSON formats."""
    from pathlib import Path

    text = (Path(__file__).parents[1] / "schema.json").read_text(encoding="utf-8")
    emit(text.splitlines(), output, machine=True)

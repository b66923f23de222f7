"""The shelf of output formats: each module turns a comparison, quotes or claims into lines of output.

A renderer has ``comparison(comparison, view)``, ``quotes(sheet, view)`` and ``claims(sheet, view)``, each
an iterator of lines without their ends.  Modules whose name begins with an underscore are parts of the
text renderer.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.files import name_of
from treatydiff.frozen import dataclass
from treatydiff.hints import Literal
from treatydiff.model import Certainty, Claim, Document, Finding, FindingKind, Quote, Reading, Span
from treatydiff.safety import one_line

Layout = Literal["auto", "side", "stacked", "inline"]


@dataclass(frozen=True, slots=True)
class View:
    """How a reader wants to see a result; only `only` and `certainty` matter to formats for machines."""

    width: int = 80
    """Columns to fit text into."""
    colour: bool = False
    boxes: bool = False
    """Whether lines may be drawn with box characters: on a terminal that can show them."""
    layout: Layout = "auto"
    piped: bool = True
    """Whether the output goes elsewhere than to a terminal, where ``auto`` always means stacked."""
    everything: bool = False
    """Whether long lists are shown in full."""
    only: frozenset[FindingKind] = frozenset()
    """Kinds of finding to show; empty for all."""
    certainty: Certainty | None = None
    """Leave out contradictions of another certainty."""
    verbose: bool = False

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is among those asked for by kind and certainty."""
        if self.only and finding.kind not in self.only:
            return False
        return self.certainty in (None, finding.certainty) or finding.kind != "contradiction"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of each document's reading a view of quotes or claims shows, document by document."""

    reading: Reading
    name: str
    """What to call the document's file in text."""
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    unspoken: tuple[Span, ...] = ()
    """Words between quotation marks that are in nobody's quote: titles, nicknames, distanced words."""


def short_names(documents: Sequence[Document]) -> list[str]:
    """What to call the documents' files in text: by name if that tells them apart, else as given."""
    paths = [d.path or d.id for d in documents]
    short = [name_of(path) for path in paths]
    return [one_line(name) for name in (short if len(set(short)) == len(short) else paths)]

"""Make `src/treatydiff/languages/en/frequency.txt`: how common the words of English are, as stems.

    pip install -e ".[benchmarks]" && python -m benchmarks.frequencies

The counts are those of wordfreq 3.1.1 by Robyn Speer (https://github.com/rspeer/wordfreq), whose data may be
redistributed under the Creative Commons Attribution-ShareAlike 4.0 licence; so may the table made here.
"""

from __future__ import annotations

from collections import defaultdict
from math import log10
from pathlib import Path

TABLE = Path(__file__).parents[1] / "src/treatydiff/languages/en/frequency.txt"
FLOOR = 3.5
"""Zipf value (log10 of the occurrences in 10^9 words) below which a stem counts as rare and is left out."""
STEP = 0.25
NOTICE = """\
# How common English words are: Zipf value (log10 of the occurrences in 10^9 words) and its stems.
# Porter2 stems; a stem has the value of its word forms together. What is not listed is rarer than {floor}.
# Made by benchmarks/frequencies.py from wordfreq 3.1.1 by Robyn Speer, https://github.com/rspeer/wordfreq
# (words of Wikipedia, news, books, subtitles and the web until 2021).
# This file is under the Creative Commons Attribution-ShareAlike 4.0 licence,
# https://creativecommons.org/licenses/by-sa/4.0/
"""


def main() -> None:
    """Write the table."""
    import Stemmer
    import wordfreq

    from treatydiff.tokens import WORD, norm

    stem = Stemmer.Stemmer("en")
    counts: dict[str, float] = defaultdict(float)
    for word, share in wordfreq.get_frequency_dict("en", wordlist="large").items():
        if WORD.fullmatch(word) and word[0].isalpha() and word.isascii():
            counts[stem.stemWord(norm(word))] += share
    classes: dict[float, list[str]] = defaultdict(list)
    for word, share in counts.items():
        zipf = round((log10(share) + 9) / STEP) * STEP
        if zipf >= FLOOR:
            classes[zipf].append(word)
    lines = [f"{zipf} {' '.join(sorted(words))}\n" for zipf, words in sorted(classes.items(), reverse=True)]
    TABLE.write_text(NOTICE.format(floor=FLOOR) + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

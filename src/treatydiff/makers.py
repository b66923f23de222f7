"""What makes values of so many parts, written out: to compile it takes a hundredth of a small comparison.

`frozen` takes the code of these functions and gives it the names and the places of each class.
"""

from __future__ import annotations

from treatydiff.hints import Any

_nothing: Any = None
make = _0 = _1 = _2 = _3 = _4 = _5 = _6 = _7 = _8 = _nothing
_9 = _10 = _11 = _12 = _13 = _14 = _15 = _16 = _17 = _nothing
"""What the functions below call: every class has its own in their place."""
# fmt: off
NEW: Any = (
    lambda t: make(t, ()),
    lambda t, a: make(t, (a,)),
    lambda t, a, b: make(t, (a, b)),
    lambda t, a, b, c: make(t, (a, b, c)),
    lambda t, a, b, c, d: make(t, (a, b, c, d)),
    lambda t, a, b, c, d, e: make(t, (a, b, c, d, e)),
    lambda t, a, b, c, d, e, f: make(t, (a, b, c, d, e, f)),
    lambda t, a, b, c, d, e, f, g: make(t, (a, b, c, d, e, f, g)),
    lambda t, a, b, c, d, e, f, g, h: make(t, (a, b, c, d, e, f, g, h)),
    lambda t, a, b, c, d, e, f, g, h, i: make(t, (a, b, c, d, e, f, g, h, i)),
    lambda t, a, b, c, d, e, f, g, h, i, j: make(t, (a, b, c, d, e, f, g, h, i, j)),
    lambda t, a, b, c, d, e, f, g, h, i, j, k: make(t, (a, b, c, d, e, f, g, h, i, j, k)),
    lambda t, a, b, c, d, e, f, g, h, i, j, k, z: make(t, (a, b, c, d, e, f, g, h, i, j, k, z)),
)
"""``__new__`` for so many values."""
INIT: Any = (
    lambda s: None,
    lambda s, a: _0(s, a),
    lambda s, a, b: _0(s, a) or _1(s, b),
    lambda s, a, b, c: _0(s, a) or _1(s, b) or _2(s, c),
    lambda s, a, b, c, d: _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d),
    lambda s, a, b, c, d, e: _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e),
    lambda s, a, b, c, d, e, f: _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f),
    lambda s, a, b, c, d, e, f, g: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g)
    ),
    lambda s, a, b, c, d, e, f, g, h: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
    ),
    lambda s, a, b, c, d, e, f, g, h, i: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j, k: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j) or _10(s, k)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j, k, z: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j) or _10(s, k) or _11(s, z)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j, k, m, z: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j) or _10(s, k) or _11(s, m) or _12(s, z)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j, k, m, n, z: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j) or _10(s, k) or _11(s, m) or _12(s, n) or _13(s, z)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j, k, m, n, o, z: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j) or _10(s, k) or _11(s, m) or _12(s, n) or _13(s, o) or _14(s, z)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, z: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j) or _10(s, k) or _11(s, m) or _12(s, n) or _13(s, o) or _14(s, p)
        or _15(s, z)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, z: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j) or _10(s, k) or _11(s, m) or _12(s, n) or _13(s, o) or _14(s, p)
        or _15(s, q) or _16(s, z)
    ),
    lambda s, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, z: (
        _0(s, a) or _1(s, b) or _2(s, c) or _3(s, d) or _4(s, e) or _5(s, f) or _6(s, g) or _7(s, h)
        or _8(s, i) or _9(s, j) or _10(s, k) or _11(s, m) or _12(s, n) or _13(s, o) or _14(s, p)
        or _15(s, q) or _16(s, r) or _17(s, z)
    ),
)
"""``__init__`` for so many values, up to those of a claim: what puts one into its slot gives None, and the
next is put too."""
# fmt: on

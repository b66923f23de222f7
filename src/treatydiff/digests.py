"""SHA-1 and SHA-256 as Python itself has them: to load OpenSSL takes longer than all that is hashed here."""

from __future__ import annotations

import sys

from treatydiff.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha1 as sha1
    from hashlib import sha256 as sha256
else:
    try:
        from _sha1 import sha1

        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:  # a Python that was built without them
        from hashlib import sha1, sha256

__all__ = ["sha1", "sha256"]

"""Compile the language packs, tables and patterns whenever the package is built or installed for editing."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePacks(BuildHookInterface[Any]):
    """Runs before the files of a wheel are gathered; without what it writes, starts only take longer."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the compiled files."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        from treatydiff.compiled import write

        try:
            write()
        except OSError as error:
            self.app.display_warning(f"language packs, tables and patterns are not compiled: {error}")

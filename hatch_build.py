"""Compile the language packs, patterns and tables whenever the package is built or installed for editing."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePacks(BuildHookInterface[Any]):
    """Runs before the files of a wheel are gathered; without what it writes, starts only take longer."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the compiled files."""
        self._compile(*(() if version == "editable" else ("--shipped",)))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave in the source tree what is right there."""
        if version != "editable":
            self._compile()

    def _compile(self, *arguments: str) -> None:
        """In a process of its own, in which sets are written in one order each time."""
        source = Path(self.root) / "src"
        for old in source.rglob("*.marshal"):
            with suppress(OSError):  # where nothing can be written, nothing is
                old.unlink()
        # What a build needs may lie where only this process knows.
        path = os.pathsep.join([str(source), *filter(None, sys.path)])
        env = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
        command = [sys.executable, "-m", "treatydiff.compiled", *arguments]
        done = subprocess.run(command, env=env, capture_output=True, text=True)
        if done.returncode:
            why = done.stderr.strip().rpartition("\n")[2]
            self.app.display_warning(f"packs, patterns and tables are not compiled: {why}")

"""The command's entry: ``--version`` is answered here, before anything heavy is imported."""

import sys


def main() -> None:
    """Run the command line; it ends with `SystemExit`."""
    if sys.argv[1:] == ["--version"]:
        from treatydiff import __version__

        try:
            print(f"treatydiff {__version__}", flush=True)
        except OSError:
            pass  # nobody reads it, or the disk is full: the command line knows how to end then
        else:
            sys.exit(0)
    import gc

    from treatydiff import finder

    finder.install()
    # Imports, language packs and what is made of a few documents leave next to nothing to collect.
    if "batch" in sys.argv:
        gc.set_threshold(100_000, 20, 20)
    else:
        gc.disable()
    try:
        from treatydiff.cli import run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(130)


def command() -> None:
    """Run the command line as a process of its own, and end it; never returns.

    Python would take all that a comparison is made of apart, piece by piece, which is a tenth of the time of
    a small one.  Where all is well and written, the system does it at once.
    """
    try:
        main()
    except SystemExit as leaving:
        status = leaving.code
    if status in (0, 1) and "multiprocessing" not in sys.modules:
        try:
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
        except (OSError, ValueError):
            pass  # closed, or its reader has left: Python has its own way to end then
        else:
            import os

            os._exit(int(status))
    sys.exit(status)


if __name__ == "__main__":
    command()

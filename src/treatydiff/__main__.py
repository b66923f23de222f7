"""The command's entry: ``--version`` is answered here, before anything heavy is imported."""

import sys


def main() -> None:
    """Run the command line; never returns."""
    if sys.argv[1:] == ["--version"]:
        from treatydiff import __version__

        try:
            print(f"treatydiff {__version__}", flush=True)
        except OSError:
            pass  # nobody reads it, or the disk is full: the command line knows how to end then
        else:
            sys.exit(0)
    import gc

    # Imports and language packs leave little to collect; a run of seconds may pass fewer times over them.
    gc.set_threshold(100_000, 20, 20)
    try:
        from treatydiff.cli import run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()

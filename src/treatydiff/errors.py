"""The one kind of failure that users are meant to see, and how a command ends early."""


class InputError(Exception):
    """Bad input or usage: the message is one line that names the file, the place and the way out."""


class Ended(Exception):  # noqa: N818 - not an error: all has been said
    """A command is over, with this exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status

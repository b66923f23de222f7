"""The one kind of failure that users are meant to see."""


class InputError(Exception):
    """Bad input or usage: the message is one line that names the file, the place and the way out."""

"""Values that cannot be put into a document as they are: why, and what to do about it."""


class UnfitValueError(ValueError):
    """A picture, a link, a line or a subdocument that cannot be put in; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message, self.hint = message, hint

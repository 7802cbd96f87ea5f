"""A word of a closed list, as it is once the list itself may be gone."""


class Word(str):
    """A word of a closed list: its code, with the name and the label that it had."""

    __slots__ = ("label", "name", "value")
    label: str
    name: str
    value: str

    def __reduce__(self) -> tuple[object, ...]:
        return word, (self.value, self.name, self.label)


def word(code: str, name: str, label: str) -> Word:
    """The word with that code."""
    made = Word(code)
    made.value, made.name, made.label = code, name, label
    return made

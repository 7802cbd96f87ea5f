"""A template's faults as Word comments in a copy of it."""

from collections import defaultdict
from collections.abc import Sequence

from vbgen.decree import with_comments
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.word.comparing.paragraphs import numbers_of_places
from vbgen.word.package.lenient import open_package


def commented_template(content: bytes, name: str, problems: Sequence[Problem]) -> bytes:
    """The template with each fault at its paragraph, and at the first one how many there are.

    What stands in a header, a footer, or a shared part is said at the first paragraph, with its place.
    """
    numbers = numbers_of_places(content, name)
    told: dict[int, list[list[str]]] = defaultdict(list)
    told[0].append([_("{count} điều cần xem trong mẫu này.", count=len(problems))])
    for problem in problems:
        number = numbers.get(problem.place._replace(quote=""))
        told[number or 0].append(_lines(problem, is_placed=number is not None))
    return with_comments(open_package(content), told)


def _lines(problem: Problem, *, is_placed: bool) -> list[str]:
    """What the comment says, line by line; the place where it cannot stand at it."""
    quote = f"“{problem.place.quote}”" if problem.place.quote else ""
    where = quote if is_placed else str(problem.place)
    lines = (f"{problem.severity.label} · {problem.code}", where, problem.message, problem.hint)
    return [line for line in lines if line]

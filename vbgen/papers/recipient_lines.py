"""The lines under “Nơi nhận”: what a row says of the paper, what follows from it, and what stands on every paper."""

from collections.abc import Iterator

from vbgen.papers.frame.earlier_lines import is_kept_copy
from vbgen.papers.scene import Scene
from vbgen.papers.subject import values

LAST_ARTICLE = "last_article"  # among a kind's own values: the article that says who carries it out


def recipient_lines(scene: Scene) -> list[str]:
    """The paper's own lines, else “Như trên” or “Như Điều …”; then those of every paper, “Lưu” once."""
    own = scene.texts("recipients")
    common = [row.text for row in scene.campaign.recipients if not row.kind]
    if not common:
        return own
    first = own or list(_untyped(scene))
    has_copy = any(map(is_kept_copy, first))
    return [*first, *(text for text in common if not (has_copy and is_kept_copy(text)))]


def _untyped(scene: Scene) -> Iterator[str]:
    """A decision goes to those who carry it out, any other paper to its addressees."""
    article = None if scene.body else values(scene).get(LAST_ARTICLE)
    if article:
        yield f"Như Điều {article}"
    elif scene.texts("addressees"):
        yield "Như trên"

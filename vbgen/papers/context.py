"""What one paper says: the values of the names that its template uses, made only when it asks for them."""

from collections.abc import Collection

from vbgen.papers.afterwards.extracting import on_extract
from vbgen.papers.scene import Scene
from vbgen.papers.views import views


def context(scene: Scene, names: Collection[str]) -> dict[str, object]:
    """The values of those `names` that there are; what is missing is the template's fault and reported there."""
    quoted = on_extract(scene) if scene.kind.quotes else {}
    return {
        name: quoted[name]() if name in quoted else view.make(scene)
        for name, view in views().items()
        if name in names
    }

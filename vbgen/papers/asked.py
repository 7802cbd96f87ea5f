"""Which papers a clerk asks for by name: `ke-hoach` is all plans of a campaign, `ke-hoach/van-nghe` one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.papers.scene import Scene
from vbgen.ways import ChooseKind


@dataclass(frozen=True, slots=True)
class AskedPapers:
    """Names as they were typed; none asks for everything."""

    names: tuple[str, ...] = ()

    @property
    def kinds(self) -> list[str]:
        """The kinds that are asked for, each once."""
        return list(dict.fromkeys(name.partition("/")[0] for name in self.names))

    def includes(self, scene: Scene) -> bool:
        """Whether a paper is asked for."""
        exact = f"{scene.kind.id}/{scene.variant.id}"
        return not self.names or scene.kind.id in self.names or exact in self.names

    def chosen(self, scenes: Sequence[Scene]) -> tuple[Scene, ...]:
        """Those of the papers that are asked for; UsageError for a name with a stroke that none of them bears."""
        for name in self.names:
            known = {f"{scene.kind.id}/{scene.variant.id}": scene.paper for scene in scenes}
            if "/" in name and name not in known:
                raise _no_such_paper(name, list(known.values()))
        return tuple(filter(self.includes, scenes))


def _no_such_paper(name: str, known: Sequence[str]) -> UsageError:
    message = _("Không có văn bản “{name}” trong phong trào này.", name=name)
    of_kind = tuple(each for each in known if each.partition("/")[0] == name.partition("/")[0])
    return UsageError(message, ways=(ChooseKind(of_kind),) if of_kind else ())

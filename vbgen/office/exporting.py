"""Leaving: a kind's template and a campaign's data as files that plain docxtpl puts together, without this program."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.check_report import KIND as CHECK_REPORT
from vbgen.office.check_report import report_scene
from vbgen.office.checking import Question, check
from vbgen.office.making.paper_making import paper_of, paper_to_make
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.making.template_source import look_of, parts_in, set_in
from vbgen.office.setting.workspace import output_of, shipped_sample
from vbgen.outputs import write_outputs
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene
from vbgen.word.template import Fragments
from vbgen.words.filters import filters

if TYPE_CHECKING:
    from vbgen.office.office import Office
    from vbgen.word.template.plain.exporting import Leaving

_README = "README.md"


@dataclass(frozen=True)
class TemplateExported(Answer):
    """The files of an exported template, each rendered by docxtpl once and equal to our own paper."""

    kind: str  # its title
    folder: Path
    files: tuple[Path, ...]
    papers: int  # for which data were written

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"files": [str(path) for path in self.files], "papers": self.papers}


@dataclass(frozen=True)
class ExportTemplate(Request[TemplateExported]):
    """Write a kind's template with its fragments in place, and the data of a campaign's papers of that kind.

    TemplateError where docxtpl makes anything else of it than we do; then nothing is written.
    """

    kind: str
    folder: Path | None = None  # the workspace's output folder without
    campaign: Path | None = None  # the sample without
    phase: int | None = None  # all without

    def carry_out(self, office: "Office") -> TemplateExported:
        """Make our own papers, take their values out, compare, write."""
        library, kind = office.workspace.library, office.workspace.library.find(self.kind)
        scenes = list(self._scenes(office))
        if not scenes:
            raise UsageError(
                _(
                    "Phong trào này không có dữ liệu cho {kind} nên không có gì để xuất.",
                    kind=kind.title,
                )
            )
        paper = paper_of(kind, look_of(scenes[0]), library)
        papers = {_name(scene): paper_to_make(scene, library).said.values for scene in scenes}
        leaving = paper.in_bounds(_taken_out, papers)
        folder = self.folder or output_of(office.workspace) / "templates" / kind.id
        files = {folder / name: content for name, content in leaving.files.items()}
        files[folder / _README] = _readme(kind.title, leaving.data).encode()
        write_outputs(files)
        return TemplateExported(kind.title, folder, tuple(files), len(scenes))

    def _scenes(self, office: "Office") -> Iterator[Scene]:
        """The papers of the kind for which the campaign has data."""
        workspace, campaign = office.workspace, self.campaign or shipped_sample()
        law, kind = workspace.law(office.today), workspace.library.find(self.kind)
        if kind.id == CHECK_REPORT:
            question = Question(law=law, day=None)
            yield report_scene(check(campaign, workspace.library, question), workspace.library)
            return
        data, emblem = load_campaign(campaign, office.words).campaign, workspace.emblem
        yield from agenda(data, [kind], phase=self.phase, law=law, emblem=emblem).scenes


def _taken_out(paper: PaperOfRun, papers: Mapping[str, Mapping[str, object]]) -> "Leaving":
    """The template and its data, in whatever process it may render."""
    from vbgen.word.template.plain.exporting import Exportable, exported

    source = set_in(paper.template, paper.sizes)
    fragments = Fragments(parts_in(dict(paper.fragments), paper.sizes))
    return exported(Exportable(source, paper.name, fragments, filters()), papers)


def _name(scene: Scene) -> str:
    """`titles-phase-2`."""
    phase = f"phase-{scene.phase.number}" if scene.phase else ""
    return "-".join(filter(None, (scene.variant.id, phase)))


def _readme(kind: str, data: tuple[str, ...]) -> str:
    lines = [
        _("# {kind}: mẫu và dữ liệu cho docxtpl", kind=kind),
        "",
        _(
            "Thư mục này dùng được mà không cần vbgen, chỉ cần Python và gói docxtpl (pip install docxtpl)."
        ),
        _(
            "Chạy python render.py trong thư mục này: mỗi tệp dữ liệu ({data}) thành một tệp Word cùng tên.",
            data=", ".join(data),
        ),
        _("Mẫu template.docx sửa bằng Word; dữ liệu sửa bằng trình soạn văn bản nào cũng được."),
        _(
            "Bảng filters trong tệp dữ liệu ghi sẵn cách viết của từng giá trị (số thứ tự La Mã, "
            "số hai chữ số …). Giá trị mới thì ghi thêm một dòng vào bảng."
        ),
        "",
    ]
    return "\n".join(lines)

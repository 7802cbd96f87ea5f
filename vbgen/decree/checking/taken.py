"""What a paper was taken for, and what was therefore not checked: said before anything else."""

from dataclasses import dataclass

from vbgen.decree.checking.kinds import KindOfPaper, kinds_of_paper
from vbgen.messages import _

UNREAD = frozenset({"scan", "empty"})  # kinds without a letter to read


@dataclass(frozen=True, slots=True)
class PaperTaken:
    """One paper of a file: its kind and type, where it begins, whether the signs of its kind are certain."""

    kind: str
    type: str = ""  # the decree's name of the type, where it is known
    number: int = 1  # among the file's papers, from 1
    begins: str = ""  # its first words
    is_certain: bool = True
    values: int = 0  # places of a template that wait for a value
    unopened: tuple[str, ...] = ()  # fragments of a template that could not be looked into

    @property
    def of_kind(self) -> KindOfPaper:
        """What holds for its kind."""
        return kinds_of_paper()[self.kind]

    @property
    def title(self) -> str:
        """What a clerk calls it, such as "quyết định" or "văn bản của Đảng"."""
        named = self.type.lower() if self.type and self.of_kind.is_whole else ""
        title = named or _(self.of_kind.title)
        return _("mẫu (có chỗ điền) của {title}", title=title) if self._is_template else title

    @property
    def _is_template(self) -> bool:
        return bool(self.values) and self.kind != "template"

    @property
    def sentence(self) -> str:
        """What it was taken for and what was not checked, as a clerk reads it first."""
        return " ".join(filter(None, (self._opening, self._scope, self._doubt, self._muted)))

    @property
    def _opening(self) -> str:
        return _("Đọc là: {title}.", title=self.title)

    @property
    def _scope(self) -> str:
        if self.of_kind.is_whole:
            return ""
        if not self.of_kind.groups:
            return _("Không kiểm tra được gì.")
        return _(
            "Chỉ kiểm tra: {checked}. Không kiểm tra: {unchecked}. Căn cứ: {source}.",
            checked=", ".join(self.of_kind.checked),
            unchecked=", ".join(self.of_kind.unchecked),
            source=self.of_kind.source,
        )

    @property
    def _doubt(self) -> str:
        if self.is_certain:
            return ""
        return _("Dấu hiệu nhận loại chưa chắc chắn: hãy đối chiếu trước khi sửa theo.")

    @property
    def _muted(self) -> str:
        unopened = ", ".join(self.unopened)
        without = _("Không mở được phần dùng chung: {names}.", names=unopened) if unopened else ""
        if not self.values:
            return without
        muted = _(
            "Có {count} chỗ điền: không kiểm tra chữ của những chỗ đó, chỉ kiểm tra cách trình bày.",
            count=self.values,
        )
        return f"{muted} {without}".strip()

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json`."""
        return {
            "paper": self.number,
            "kind": self.kind,
            "type": self.type,
            "title": self.title,
            "begins": self.begins,
            "certain": self.is_certain,
            "checked": list(self.of_kind.checked),
            "not_checked": list(self.of_kind.unchecked),
            "source": self.of_kind.source,
            "sentence": self.sentence,
        }

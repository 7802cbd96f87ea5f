"""A year's bag says which others it needs; one bag of everything needs none; bags are checked whole before writing."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import bagit  # type: ignore[import-untyped]  # the wheel ships no types
import pytest

from tests.archive.registry import HONOURED, Registry
from tests.archive.test_bags import export, restored, rows_of
from vbgen.archive.bag import unpack
from vbgen.archive.metadata import recipients
from vbgen.errors import ProblemsFoundError
from vbgen.register import Numbering
from vbgen.register.entering.past import PastBook, PastEntry
from vbgen.ways import ExportBags

Rows = list[dict[str, object]]


@pytest.fixture
def office(tmp_path: Path) -> Registry:
    """Papers of 2022, numbered and settled in 2026; an older book beside them."""
    office = Registry.at(tmp_path)
    office.archive.claim(office.register.identity)
    past = [PastEntry(4, "QĐ-SCT", date(2021, 5, 6), "Về việc nâng lương")]
    agreed = [doubt.message for doubt in office.register.import_doubts(past, "SCT", Numbering())]
    office.register.import_past(
        past,
        PastBook("SCT", Numbering(), office.stamp(2026), "so.xlsx", office.archive.put, agreed),
    )
    for _ in range(2):
        numbered = office.reserve(2022, honoured=HONOURED, at=2026)
        office.settle(numbered, year=2026)
    return office


def test_a_bag_of_papers_that_were_entered_later_says_which_year_is_needed_too(
    office: Registry, tmp_path: Path
) -> None:
    packed = export(office).year(2022, tmp_path / "tui")
    (note,) = [note for note in packed.notes if note.code == "bag-not-alone"]
    assert "2021, 2026" in note.message
    assert note.ways == (ExportBags((2021, 2026)),)
    with pytest.raises(ProblemsFoundError, match="chưa có gì được ghi") as refused:
        restored([tmp_path / "tui"], tmp_path / "new")
    assert refused.value.problems[0].hint == "Hãy thêm gói hồ sơ của năm 2026."
    assert not (tmp_path / "new").exists()


def test_a_bag_of_0_1_names_the_year_from_its_rows(office: Registry, tmp_path: Path) -> None:
    export(office).year(2022, tmp_path / "tui")
    info = tmp_path / "tui" / "bag-info.txt"
    kept = [
        line for line in info.read_text("utf-8").splitlines() if not line.startswith("Vbgen-Acts")
    ]
    info.write_text("\n".join(kept) + "\n", "utf-8")
    bagit.Bag(str(tmp_path / "tui")).save(manifests=True)
    with pytest.raises(ProblemsFoundError) as refused:
        restored([tmp_path / "tui"], tmp_path / "new")
    assert refused.value.problems[0].hint == "Hãy thêm gói hồ sơ của năm 2026."


@pytest.mark.parametrize("years", [(), (2021, 2022, 2026)])
def test_one_bag_of_everything_or_all_years_bring_all_back(
    office: Registry, tmp_path: Path, years: tuple[int, ...]
) -> None:
    bags = [tmp_path / f"tui-{year}" for year in years] or [tmp_path / "tui"]
    for year, bag in zip(years, bags, strict=False):
        export(office).year(year, bag)
    if not years:
        assert not [
            note
            for note in export(office).everything(bags[0]).notes
            if note.code == "bag-not-alone"
        ]
    back = restored(bags, tmp_path / "new")
    assert back.audit.problems == ()
    with closing(Registry.at(tmp_path / "new")) as found:
        assert rows_of(found.register) == rows_of(office.register)
        digest = found.register.mirrored_point()
        assert found.archive.act_after(digest.previous) == digest.digest


def of(table: str, **changed: object) -> Callable[[Rows], object]:
    def forge(rows: Rows) -> None:
        next(row for row in rows if row["table"] == table)["row"].update(changed)  # type: ignore[attr-defined]  # a dict

    return forge


@pytest.mark.parametrize(
    "forge",
    [
        of("golden_book", name="Người khác"),
        of("golden_book", state="withdrawn"),
        of("documents", signer_name="Người khác"),
        of("documents", subject="Kỷ luật"),
        of("counters", last=99),
        lambda rows: rows.append({"table": "links", "row": link(rows)}),
    ],
)
def test_a_bag_forged_and_sealed_again_is_refused_before_anything_is_written(
    office: Registry, tmp_path: Path, forge: Callable[[Rows], object]
) -> None:
    export(office).everything(tmp_path / "tui")
    path = unpack(tmp_path / "tui").payload / "register.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    forge(rows)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    bagit.Bag(str(tmp_path / "tui")).save(manifests=True)
    with pytest.raises(ProblemsFoundError, match="chưa có gì được ghi"):
        restored([tmp_path / "tui"], tmp_path / "new")
    assert not (tmp_path / "new").exists()


def link(rows: Rows) -> dict[str, object]:
    document = next(row for row in rows if row["table"] == "documents")["row"]["id"]  # type: ignore[index]  # a dict
    named = {
        "document": document,
        "changed_by": document,
        "relation": "replaces",
        "certificates": "",
    }
    return {"row": 1, "act": 1, **named}


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (("Như Điều 3", "Lưu: VT, VP"), ()),
        (("- Như trên;", "- Lưu VT."), ()),
        (("Như khoản 2 Điều 1", "UBND tỉnh (để báo cáo)"), ("UBND tỉnh (để báo cáo)",)),
        (
            ("Công ty Như Ý", "Trung tâm Lưu trữ lịch sử"),
            ("Công ty Như Ý", "Trung tâm Lưu trữ lịch sử"),
        ),
        (("Lưu trữ lịch sử tỉnh", "", "Các phòng"), ("Lưu trữ lịch sử tỉnh", "Các phòng")),
    ],
)
def test_only_places_that_a_paper_goes_to_are_organisations(
    lines: tuple[str, ...], places: tuple[str, ...]
) -> None:
    assert tuple(one.organ_name for one in recipients(lines)) == places

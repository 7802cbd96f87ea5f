"""Ways out are values; the command line says what to type."""

import pickle
import re
from pathlib import Path

import pytest

import vbgen
from vbgen import ways
from vbgen.cli.screen.ways import with_words, worded
from vbgen.errors import Problem, ProblemsFoundError
from vbgen.law.tables import TABLES
from vbgen.ways import ChoosePhase, GiveUpNumber, Resume, WayOut, WriteReport
from vbgen.ways.key_names import key_name, rule_name

EXAMPLES: dict[type[WayOut], WayOut] = {
    ways.Resume: Resume("02/QĐ-SCT"),
    ways.GiveUpNumber: GiveUpNumber("02/QĐ-SCT"),
    ways.ResumeWithoutPdf: ways.ResumeWithoutPdf("02/QĐ-SCT"),
    ways.ExportBags: ways.ExportBags((2025, 2026)),
    ways.Replace: ways.Replace("01/QĐ-SCT"),
    ways.ChoosePhase: ChoosePhase((1, 2)),
    ways.ChooseYear: ways.ChooseYear((2025, 2026)),
    ways.ChooseKind: ways.ChooseKind(("award-decision/", "award-decision/titles")),
    ways.AcceptFormErrors: ways.AcceptFormErrors(("signer.honours",)),
    ways.LetGroupWrite: ways.LetGroupWrite(("output/register.sqlite3",)),
    ways.ReadSent: ways.ReadSent("nominations/vp.docx"),
    ways.InstallExtra: ways.InstallExtra("s3", ("s3fs>=2025.2",)),
    ways.CompareScan: ways.CompareScan("05/QĐ-SCT"),
    ways.CompareSource: ways.CompareSource("Nghị định 152/2025/NĐ-CP, Điều 54"),
    ways.WriteOwnRule: ways.WriteOwnRule("power", "commune"),
    ways.Approve: ways.Approve("award-decision", 1, "Lê Nguyên Ngọc"),
    ways.AgreeTo: ways.AgreeTo(("day-to-come",)),
    ways.LeaveOut: ways.LeaveOut((7, 12)),
    ways.CalibratePrinter: ways.CalibratePrinter("Canon"),
    ways.NameColumns: ways.NameColumns(("code", "day")),
    ways.GiveNumber: ways.GiveNumber("08"),
    ways.SetNumbering: ways.SetNumbering("inserted", "true"),
    ways.KeepColumn: ways.KeepColumn("Ghi chú riêng"),
    ways.StopDesk: ways.StopDesk("http://127.0.0.1:7430"),
    ways.SetServing: ways.SetServing("address", '"https://thidua.example.vn"'),
}


def of_every_kind() -> list[WayOut]:
    kinds = [
        each for each in vars(ways).values() if isinstance(each, type) and issubclass(each, WayOut)
    ]
    return [EXAMPLES.get(kind) or kind() for kind in kinds if kind is not WayOut]


@pytest.mark.parametrize("way", of_every_kind(), ids=lambda way: type(way).__name__)
def test_every_way_is_worded_for_the_command_line(way: WayOut) -> None:
    assert worded([way]).startswith("Hãy ")


@pytest.mark.parametrize("way", of_every_kind(), ids=lambda way: type(way).__name__)
def test_every_way_is_plain_values_for_programs(way: WayOut) -> None:
    assert str(way.as_json()["way"]).islower()


def test_two_ways_stand_in_one_sentence() -> None:
    told = worded([Resume("02/QĐ-SCT"), GiveUpNumber("02/QĐ-SCT")])
    assert told == (
        "Hãy chạy “vbgen register resume 02/QĐ-SCT” để làm tiếp với đúng số đó,"
        " hoặc chạy “vbgen register void 02/QĐ-SCT --why LÝ_DO” để hủy số."
    )


def test_a_way_stands_behind_the_hint_of_its_problem() -> None:
    problem = Problem("x", "Có điều này.", hint="Hãy xem lại.", ways=(ChoosePhase((1, 2)),))
    assert with_words(problem).hint == "Hãy xem lại. Hãy thêm --phase N, với N là 1 hoặc 2."


def test_ways_are_in_the_problem_for_programs() -> None:
    problem = Problem("x", "Có điều này.", ways=(ChoosePhase((1, 2)),))
    assert problem.as_json()["ways"] == [{"way": "choose-phase", "numbers": (1, 2)}]
    assert "ways" not in Problem("x", "Không có gì.").as_json()


def test_an_error_keeps_its_ways_on_its_way_from_a_worker() -> None:
    fault = ProblemsFoundError("Có lỗi.", ways=(WriteReport(),))
    assert pickle.loads(pickle.dumps(fault)).ways == (WriteReport(),)  # noqa: S301 - our own bytes


def test_every_table_of_rules_and_every_key_that_a_way_sets_has_a_name() -> None:
    assert [table for table in TABLES if rule_name(table) == table] == []
    source = "".join(path.read_text("utf-8") for path in Path(vbgen.__path__[0]).rglob("*.py"))
    keys = set(re.findall(r'Set(?:Numbering|Serving)\(\s*"(\w+)"', source))
    assert keys
    assert [key for key in keys if key_name(key) == key] == []

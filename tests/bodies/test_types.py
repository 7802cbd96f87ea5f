"""Every type of the decree's list (Nghị định 30/2020/NĐ-CP, Điều 7) is a kind that needs nothing but a body."""

import tomllib
import unicodedata
from pathlib import Path

import docx
import pytest

from tests.bodies.small_offices import SmallOffice
from tests.bodies.word_bodies import saved, seen
from tests.sample.sample_campaign import ROOT

DECLARED = tomllib.loads((ROOT / "templates" / "_frames" / "types.toml").read_text("utf-8"))
DECREE = tomllib.loads((ROOT / "vbgen" / "decree" / "parts" / "types.toml").read_text("utf-8"))
TWO_SIGN = ("bien-ban", "hop-dong", "ban-ghi-nho", "ban-thoa-thuan")
ADDRESSED = ("cong-van", "to-trinh", "cong-dien", "giay-moi")


def unmarked(name: str) -> str:
    apart = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(each for each in apart if not unicodedata.combining(each)).replace(" ", "-")


def body(kind: str) -> bytes:
    document = docx.Document()
    if kind in {"quyet-dinh", "nghi-quyet"}:
        document.add_paragraph("Điều 1. Thành lập Tổ giúp việc.")
        document.add_paragraph("Điều 2. Các phòng chịu trách nhiệm thi hành./.")
    else:
        document.add_paragraph("Các phòng thực hiện nhiệm vụ được giao./.")
    return saved(document)


def planned(office: SmallOffice, kind: str) -> None:
    """The row of the paper, its grounds and addressees where its form has them."""
    columns = {} if kind.startswith(("giay-gioi", "giay-nghi")) else {"subject": "Về công tác năm"}
    columns |= {"subject": "V/v công tác năm"} if kind == "cong-van" else {}
    columns |= {"second_signer": "b"} if kind in TWO_SIGN else {}
    office.plan(kind, first="Như trên" if kind in ADDRESSED else "Các phòng", **columns)
    if kind in {"quyet-dinh", "nghi-quyet"}:
        office.add("legal_grounds", kind=kind, text="Căn cứ quy chế làm việc của Sở Y tế")
        office.add("legal_grounds", kind=kind, text="Theo đề nghị của Chánh Văn phòng Sở")
    if kind in ADDRESSED:
        office.add("addressees", kind=kind, text="Ủy ban nhân dân các xã, phường")


def test_the_table_has_the_decrees_names_and_abbreviations() -> None:
    listed = {unmarked(each["name"]): each["abbreviation"] for each in DECREE["type"]}
    declared = {name: each.get("symbol", "") for name, each in DECLARED.items()}
    assert declared == {**listed, "cong-van": ""}
    assert len(declared) == 29


def test_each_is_drafted_in_its_form_without_an_error(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in DECLARED:
        office.lay(f"{kind}.docx", body(kind))
        planned(office, kind)
    done = office.run(capsys, "draft", *DECLARED, "--json")
    assert done.code == 0, done.out
    drafts = sorted(office.drafts.glob("*.docx"))
    assert {path.stem for path in drafts} == set(DECLARED)
    linted = office.run_bare(capsys, "lint", *drafts, "--json")
    found = [
        (Path(file["file"]).stem, each["code"])
        for file in linted.json["files"]
        for each in file["findings"]
        if each["severity"] == "error"
    ]
    assert found == [], found
    for path in drafts:
        said = seen(path)
        assert any("Các phòng" in line for line in said)
        name = DECLARED[path.stem].get("type_name")
        assert name is None or name in said


def test_two_parties_sign_side_by_side(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in TWO_SIGN:
        office.lay(f"{kind}.docx", body(kind))
        planned(office, kind)
    office.run(capsys, "draft", *TWO_SIGN)
    for kind in TWO_SIGN:
        signed = [line for line in seen(office.drafts / f"{kind}.docx") if "Lý Văn Tú" in line]
        assert len(signed) == 1
        assert "Hoàng Thị Mai" in signed[0]


def test_a_missing_second_signer_is_asked_for(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.lay("hop-dong.docx", body("hop-dong"))
    office.plan("hop-dong", subject="Về việc in giấy khen")
    done = office.run(capsys, "draft", "hop-dong")
    assert done.code == 1
    assert "người ký thứ hai" in done.out + done.err


def test_several_of_one_kind_have_each_their_row_and_number(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, subject in (("van-nghe", "Hội diễn văn nghệ"), ("the-thao", "Giải thể thao")):
        office.lay(f"ke-hoach.{name}.docx", body("ke-hoach"))
        office.plan(f"Kế hoạch/{name}", subject=subject)
    one = office.issue(capsys, "ke-hoach/van-nghe")
    assert one.code == 0, one.out
    other = office.issue(capsys, "ke-hoach/the-thao")
    subjects = [answer.json["issued"][0]["subject"] for answer in (one, other)]
    assert subjects == ["Hội diễn văn nghệ", "Giải thể thao"]
    assert [answer.json["issued"][0]["code"] for answer in (one, other)] == [
        "01/KH-SYT",
        "02/KH-SYT",
    ]
    listed = office.run_bare(capsys, "register", "list", "--json")
    assert "Hội diễn văn nghệ" in listed.out


@pytest.mark.parametrize(
    ("kind", "words"), [("giay-moi", "kính mời"), ("giay-gioi-thieu", "giới thiệu")]
)
def test_a_form_begins_with_its_words_though_nobody_is_addressed(
    kind: str, words: str, office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    document.add_paragraph("Ông Đặng Quốc Toản, Giám đốc Công ty Gỗ Bắc Sơn./.")
    office.lay(f"{kind}.docx", saved(document))
    office.plan(kind, first="Các phòng")
    assert office.run(capsys, "draft", kind).code == 0
    said = seen(office.drafts / f"{kind}.docx")
    assert sum(line.endswith(f"trân trọng {words}:") for line in said) == 1

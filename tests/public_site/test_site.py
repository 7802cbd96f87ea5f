"""What anybody sees of a paper who has nothing but its code or its file."""

import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.public_site.conftest import IssuedOffice, Opens, vbgen
from tests.web.guarded_browser import violations
from vbgen.model.afterwards.verification import code_of, grouped

NO_SUCH_CODE = "0000-0000-0000"


def says(page: Page, place: str, *sentences: str) -> None:
    for sentence in sentences:
        expect(page.locator(f"#{place}")).to_contain_text(sentence)


def drop(page: Page, name: str, content: bytes) -> None:
    page.set_input_files("#file", {"name": name, "mimeType": "application/pdf", "buffer": content})


def test_a_right_code_is_told_with_the_fields_of_the_paper(
    office: IssuedOffice, opens: Opens
) -> None:
    page = opens(office.codes("certificate")[0])
    says(page, "answer", "đang có giá trị", "Giấy khen", "01/QĐ-SCT", "30/06/2022")
    says(page, "answer", "Sở Công Thương Hà Nam", "Phòng Kế hoạch - Tài chính - Tổng hợp")
    assert not violations(page)


def test_a_decision_has_a_code_of_its_own(office: IssuedOffice, opens: Opens) -> None:
    says(opens(office.codes("award-decision")[0]), "answer", "đang có giá trị", "Quyết định")


@pytest.mark.parametrize(
    ("place", "verdict"),
    [(3, "ĐÃ BỊ THU HỒI"), (4, "ĐÃ ĐƯỢC THAY THẾ")],
    ids=["withdrawn", "replaced"],
)
def test_what_has_ended_is_told_with_the_paper_that_ended_it(
    office: IssuedOffice, opens: Opens, place: int, verdict: str
) -> None:
    page = opens(office.codes("certificate")[place - 1])
    says(page, "answer", verdict, "02/QĐ-SCT")
    expect(page.locator("#answer")).not_to_contain_text("đang có giá trị")


@pytest.mark.parametrize(
    ("stem", "verdict", "look"),
    [
        ("phase-summary", "đang có giá trị; đã được đính chính", "good"),
        ("nomination-list", "đang có giá trị; đã được sửa đổi, bổ sung", "good"),
        ("launch-notice", "SỐ ĐÃ HỦY, không có giá trị", "ended"),
    ],
    ids=["corrected", "amended", "given up"],
)
def test_what_became_of_a_paper_is_told_by_its_code_and_by_its_file(
    office: IssuedOffice, opens: Opens, stem: str, verdict: str, look: str
) -> None:
    (file,) = office.kept(f"{stem}.pdf")
    page = opens(office.codes(stem)[0])
    says(page, "answer", verdict)
    expect(page.locator("#answer")).to_have_class(look)
    drop(page, file.name, file.read_bytes())
    says(page, "told", "giống hệt bản đã phát hành", verdict)
    assert not violations(page)


def test_an_unknown_code_is_told_with_what_to_do(opens: Opens) -> None:
    says(opens(NO_SUCH_CODE), "answer", "Không có mã này", "hãy hỏi cơ quan")


def test_a_code_may_be_typed_as_people_read_it(office: IssuedOffice, opens: Opens) -> None:
    page, code = opens(""), office.codes("certificate")[1]
    page.fill("#code", f" {grouped(code).lower().replace('0', 'o').replace('1', 'l')} ")
    page.click("button")
    says(page, "answer", "đang có giá trị")


def test_a_file_as_issued_is_known_without_its_code(office: IssuedOffice, opens: Opens) -> None:
    (file,) = office.kept("certificate-0002-*.pdf")
    page = opens("")
    drop(page, file.name, file.read_bytes())
    says(page, "told", "giống hệt bản đã phát hành", "đang có giá trị", "01/QĐ-SCT")


def test_a_file_of_a_withdrawn_certificate_says_so(office: IssuedOffice, opens: Opens) -> None:
    (file,) = office.kept("certificate-0003-*.pdf")
    page = opens("")
    drop(page, file.name, file.read_bytes())
    says(page, "told", "giống hệt bản đã phát hành", "ĐÃ BỊ THU HỒI")


@pytest.mark.parametrize("with_code", [True, False], ids=["beside its code", "alone"])
def test_one_changed_byte_is_found(office: IssuedOffice, opens: Opens, *, with_code: bool) -> None:
    (file,) = office.kept("certificate-0001-*.pdf")
    altered = bytearray(file.read_bytes())
    altered[len(altered) // 2] ^= 1
    page = opens(office.codes("certificate")[0] if with_code else "")
    if with_code:
        says(page, "answer", "đang có giá trị")
    drop(page, file.name, bytes(altered))
    says(page, "told", "đã bị sửa")


def test_the_file_of_another_certificate_is_not_taken_for_this_one(
    office: IssuedOffice, opens: Opens
) -> None:
    (file,) = office.kept("certificate-0002-*.pdf")
    page = opens(office.codes("certificate")[0])
    says(page, "answer", "đang có giá trị")
    drop(page, file.name, file.read_bytes())
    says(page, "told", "KHÔNG phải là văn bản có mã này")


@pytest.mark.parametrize("length", [0, 1, 55, 56, 63, 64, 65, 1000])
def test_the_page_reckons_sha_256_as_everybody_does(opens: Opens, length: int) -> None:
    content = bytes(number * 7 % 256 for number in range(length))
    told = opens("").evaluate("bytes => sha256(Uint8Array.from(bytes))", list(content))
    assert told == hashlib.sha256(content).hexdigest()


def test_every_file_is_in_the_list_of_digests(office: IssuedOffice) -> None:
    lines = (office.site / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {path: digest for digest, path in (line.split("  ") for line in lines)}
    found = {
        path.relative_to(office.site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in office.site.rglob("*")
        if path.is_file() and path.name not in {"SHA256SUMS", ".vbgen-made.json"}
    }
    assert listed == found


def test_no_code_and_no_digest_of_a_file_stands_in_the_site(office: IssuedOffice) -> None:
    told = "".join(path.read_text("utf-8") for path in office.site.rglob("*.json"))
    secrets = [*office.codes("certificate"), *office.codes("award-decision")]
    files = [hashlib.sha256(path.read_bytes()).hexdigest() for path in office.kept("*.pdf")]
    assert not [each for each in (*secrets, *files) if each in told]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("none", None),
        ("initials", "P. K. H. T. C. T. H."),
        ("full", "Phòng Kế hoạch - Tài chính - Tổng hợp"),
    ],
)
def test_names_are_shown_as_far_as_the_office_chose(
    office: IssuedOffice, tmp_path: Path, shown: str, told: str | None
) -> None:
    settings = office.place / "vbgen.toml"
    before = settings.read_text("utf-8")
    settings.write_text(before.replace('names = "full"', f'names = "{shown}"'), encoding="utf-8")
    try:
        vbgen("archive", "verify-site", "-o", tmp_path / "trang", "--workspace", office.place)
    finally:
        settings.write_text(before, encoding="utf-8")
    entries = [
        entry
        for path in (tmp_path / "trang/codes").glob("*.json")
        if not path.name.startswith(".")
        for entry in json.loads(path.read_text("utf-8")).values()
    ]
    (first,) = [entry for entry in entries if entry.get("golden") == "1"]
    assert first.get("name") == told
    persons = [entry.get("name", "") for entry in entries if entry.get("golden") == "4"]
    assert persons == [{"none": "", "initials": "Ông T. V. B."}.get(shown, persons[0])]


def test_a_folder_of_somebody_else_is_left_alone(office: IssuedOffice, tmp_path: Path) -> None:
    (tmp_path / "cua-toi.txt").write_text("của tôi", encoding="utf-8")
    with pytest.raises(AssertionError):
        vbgen("archive", "verify-site", "-o", tmp_path, "--workspace", office.place)
    assert [path.name for path in tmp_path.iterdir()] == ["cua-toi.txt"]


def test_codes_are_twelve_letters_that_nobody_confuses() -> None:
    assert code_of(bytes(8)) == "0" * 12
    assert code_of(b"\xff" * 8) == "Z" * 12
    assert grouped("ABCDEFGHJKMN") == "ABCD-EFGH-JKMN"

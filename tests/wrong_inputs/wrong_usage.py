"""Wrong command lines."""

from tests.wrong_inputs.wrong_row import Wrong

USAGE = (
    Wrong("an unknown command", "draf", 2, ("Không có lệnh “draf”", "draft")),
    Wrong("an unknown command of a group", "template chek", 2, ("“chek”", "check")),
    Wrong("no campaign", "draft", 2, ("Thiếu PHONG_TRÀO", "--help")),
    Wrong("an unknown option", "draft --pdff data/pt", 2, ("--pdff", "--pdf")),
    Wrong("words for a phase", "draft data/pt --phase một", 2, ("--phase", "“một”", "số nguyên")),
    Wrong("a phase that is none", "draft data/pt --phase 7", 2, ("đợt 7", "các đợt: 1")),
    Wrong("a negative phase", "draft data/pt --phase -1", 2, ("đợt -1", "các đợt: 1")),
    Wrong("a phase left out", "draft data/pt --phase", 2, ("--phase", "số nguyên")),
    Wrong(
        "an unknown kind",
        "draft data/pt certifcate",
        2,
        ("“certifcate”", "Có phải là “certificate”?"),
    ),
    Wrong(
        "a way out for a kind",
        "draft data/pt ../../templates/thu-moi",
        2,
        ("Không có loại văn bản",),
    ),
    Wrong(
        "an unknown kind to preview",
        "template preview certifcate",
        2,
        ("Có phải là “certificate”?",),
    ),
    Wrong(
        "an unknown kind's names", "template fields certifcate", 2, ("Có phải là “certificate”?",)
    ),
    Wrong("too many words", "template fields a b", 2, ("thừa",)),
    Wrong("nothing to lint", "lint", 2, (".docx",)),
    Wrong("a mended copy without its place", "lint x.docx --fix", 2, ("-o",)),
    Wrong("a place without a mended copy", "lint x.docx -o y.docx", 2, ("--fix",)),
    Wrong(
        "a form that is not written",
        "convert data/yaml/campaign.yaml data/x.docx",
        2,
        (".xlsx", ".yaml", "x.docx"),
    ),
    Wrong(
        "a source that is none",
        "convert data/mất.xlsx data/x.yaml",
        2,
        ("mất.xlsx", "không có tệp"),
    ),
    Wrong("a form by another ending", "form data/x.csv", 2, ("x.csv", ".xlsx")),
    Wrong(
        "a day that is none",
        "check data/pt --date 31/02/2022",
        2,
        ("--date", "“31/02/2022”", "dd/mm/yyyy"),
    ),
    Wrong("an unknown language", "--lang fr check data/pt", 2, ("--lang", "“fr”", "vi, en")),
    Wrong("a name too long", f"draft data/{'a' * 300}", 2, ("dài", "Đường dẫn")),
    Wrong("a kind's name too long", f"draft data/pt {'a' * 300}", 2, ("Các loại",)),
    Wrong("a folder of fragments for a kind", "draft data/pt _fragments", 2, ("Các loại",)),
    Wrong(
        "a name too long to check as a template", f"template check {'a' * 300}.docx", 2, (".docx",)
    ),
)

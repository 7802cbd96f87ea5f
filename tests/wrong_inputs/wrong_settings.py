"""Wrong kind.toml and wrong vbgen.toml."""

from pathlib import Path

from tests.wrong_inputs.wrong_files import holding
from tests.wrong_inputs.wrong_office import KIND
from tests.wrong_inputs.wrong_row import Spoil, Wrong

LOOK, DRAFT, CHECK, CERTIFICATE = (
    "template check thu-moi",
    "draft data/pt thu-moi",
    "check data/pt",
    "draft data/pt certificate",
)
_KIND = 'title = "Giấy mời"\nper = "campaign"\n'
_FILE = "kind.toml"


def _kind(text: str) -> Spoil:
    return holding(KIND, text.encode())


def _settings(text: str) -> Spoil:
    return holding("vbgen.toml", text.encode())


def _law(text: str) -> Spoil:
    return holding("law/rieng.toml", text.encode())


def _unlinked(root: Path) -> None:
    (root / KIND).unlink()
    (root / KIND).mkdir()


_KINDS = (
    Wrong("a kind that is no TOML", LOOK, 3, (_FILE, "dòng 2"), _kind('title = "Giấy mời"\nper campaign\n')),
    Wrong("a kind with an open quote", LOOK, 3, (_FILE, "dòng 1"), _kind('title = "Giấy mời\n')),
    Wrong("a kind with a key twice", LOOK, 3, (_FILE, "hai lần"), _kind(f'{_KIND}per = "phase"\n')),
    Wrong("a kind in another charset", LOOK, 3, (_FILE, "UTF-8"), holding(KIND, b'title = "Gi\xeay"\n')),
    Wrong("a kind without a title", LOOK, 3, (_FILE, "title"), _kind('per = "campaign"\n')),
    Wrong("a kind with an unknown key", LOOK, 3, (_FILE, "tilte", "Có phải là “title”?"),
          _kind(f'{_KIND}tilte = "x"\n')),
    Wrong("a kind with a wrong choice", LOOK, 3, (_FILE, "per", "“phase”"), _kind('title = "a"\nper = "year"\n')),
    Wrong("a kind with a number for words", LOOK, 3, (_FILE, "title"), _kind("title = 5\n")),
    Wrong("a kind without variants", LOOK, 3, (_FILE, "variants"), _kind(f"{_KIND}variants = []\n")),
    Wrong("a variant with an unknown key", LOOK, 3, (_FILE, "variants.0.x"), _kind(f"{_KIND}[[variants]]\nx = 1\n")),
    Wrong("a folder for a kind", LOOK, 2, ("thu-moi", "Các loại"), _unlinked),
    Wrong("a subject with a name that is none", DRAFT, 3, (_FILE, "{{ movement.nam }}"),
          _kind(f'{_KIND}subject = "{{{{ movement.nam }}}}"\n')),
    Wrong("a subject with a tag not closed", DRAFT, 3, (_FILE, "{{ movement.name"),
          _kind(f'{_KIND}subject = "{{{{ movement.name"\n')),
    Wrong("a subject with an unknown filter", DRAFT, 3, (_FILE, "uper"),
          _kind(f'{_KIND}subject = "{{{{ movement.name|uper }}}}"\n')),
    Wrong("a subject with a loop", DRAFT, 3, (_FILE, "if"),
          _kind(f'{_KIND}subject = "{{% for a in agency %}}a{{% endfor %}}"\n')),
    Wrong("a subject of three billion letters", DRAFT, 3, (_FILE,),
          _kind(f"{_KIND}subject = '{{{{ \"A\" * 3000000000 }}}}'\n")),
    Wrong("a subject that reads the program", DRAFT, 3, (_FILE,),
          _kind(f'{_KIND}subject = "{{{{ agency.__class__ }}}}"\n')),
    Wrong("a subject that divides by zero", DRAFT, 3, (_FILE,), _kind(f'{_KIND}subject = "{{{{ 1 // 0 }}}}"\n')),
    Wrong("a phase asked of a paper without phases", DRAFT, 3, (_FILE, "phase"),
          _kind(f'{_KIND}subject = "{{{{ phase.number }}}}"\n')),
)  # fmt: skip
_WORKSPACES = (
    Wrong("settings that are no TOML", DRAFT, 2, ("vbgen.toml", "dòng 1"), _settings("[certificate\n")),
    Wrong("settings in another charset", DRAFT, 2, ("vbgen.toml", "UTF-8"), holding("vbgen.toml", b'x = "\xea"\n')),
    Wrong("an unknown section", DRAFT, 2, ("vbgen.toml", "certificat", "certificate"), _settings("[certificat]\n")),
    Wrong("a number for a section", CERTIFICATE, 2, ("vbgen.toml", "certificate"),
          _settings("certificate = 5\n")),
    Wrong("a number for the emblem", CERTIFICATE, 2, ("vbgen.toml", "emblem"),
          _settings("[certificate]\nemblem = 5\n")),
    Wrong("an emblem that is none", CERTIFICATE, 2, ("vbgen.toml", "emblem", "mất.png"),
          _settings('[certificate]\nemblem = "mất.png"\n')),
    Wrong("an emblem that is no picture", CERTIFICATE, 2, ("vbgen.toml", "PNG"),
          _settings('[certificate]\nemblem = "vbgen.toml"\n')),
    Wrong("a number for the law", CHECK, 2, ("vbgen.toml", "law"), _settings("law = 5\n")),
    Wrong("an unknown table of the law", CHECK, 2, ("vbgen.toml", "bonuss"), _settings("[[law.bonuss]]\nid = 'a'\n")),
    Wrong("a number for columns", CHECK, 2, ("vbgen.toml", "columns"), _settings("[history]\ncolumns = 5\n")),
    Wrong("a list for the history", CHECK, 2, ("vbgen.toml", "history"), _settings("history = [1]\n")),
    Wrong("an unknown rule switched off", "lint x.docx", 1, ("page.margin-leff",),
          _settings('[lint]\noff = ["page.margin-leff"]\n')),
    Wrong("a number for switches", "lint x.docx", 1, ("off", "danh sách"), _settings("[lint]\noff = 3\n")),
    Wrong("a number for the form's settings", "lint x.docx", 2, ("vbgen.toml", "lint"), _settings("lint = 3\n")),
)  # fmt: skip
SETTINGS = (*_KINDS, *_WORKSPACES)

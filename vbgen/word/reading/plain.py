"""What can be read in a Word file, as plain text."""

from vbgen.word.package.bounds import OWN
from vbgen.word.package.package import read_package
from vbgen.word.package.parts import main_member
from vbgen.word.package.xml import W, parse_xml, w

_LINE = {w("p"): "\n", w("br"): "\n", w("tab"): "\t", w("cr"): "\n"}


def plain_text(docx: bytes) -> str:
    """The words of the body, one line a paragraph; headers, footers and pictures are left out."""
    package = read_package(docx, limits=OWN, external_ok=True)
    member = main_member(package.contents, package.name)
    root = parse_xml(package.contents[member], package.name, member)
    pieces: list[str] = []
    for element in root.iter(f"{{{W}}}*"):
        if element.tag == w("t"):
            pieces.append(element.text or "")
        elif element.tag in _LINE:
            pieces.append(_LINE[str(element.tag)])
    lines = "".join(pieces).split("\n")
    return "\n".join(line for line in lines if line.strip())

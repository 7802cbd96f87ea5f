"""The composition of a paper's certificates: from its scene, for the titles that they bear."""

from vbgen.model.design import CertificateDesign
from vbgen.model.dossier import behind
from vbgen.papers.certificate.composition import Composition, FootLines, composition
from vbgen.papers.frame.letterhead import behind_number
from vbgen.papers.frame.signature import Signature
from vbgen.papers.honours import awards
from vbgen.papers.scene import Scene
from vbgen.words.widths import text_width_mm

WIDEST_NUMBER = "0000"  # of a decision, for measuring before it is known


def composition_of(scene: Scene, place_date: str, signer: Signature) -> Composition:
    """Heads with room for the highest title, and a foot with room for whoever signs."""
    numbers = [f" {WIDEST_NUMBER}{behind(scene.symbol)}"]
    if (
        scene.issue is None
    ):  # an issued number is no longer; it may stand for one that is yet to come
        numbers.append(behind_number(scene.symbol, None))
    notes = (f"Quyết định số:{number}, {scene.paper_date}" for number in numbers)
    note = max(notes, key=lambda text: text_width_mm(text, size_pt=1, bold=True, italic=True))
    design = scene.kind.design_used or CertificateDesign(title="")
    titles = {entry.honour.certificate_title for entry in awards(scene).entries}
    return composition(scene.agency, FootLines(note, place_date, signer), design, titles)

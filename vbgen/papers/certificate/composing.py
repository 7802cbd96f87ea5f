"""The composition of a paper's certificates: from its scene, for the titles that they bear."""

from vbgen.model.design import CertificateDesign
from vbgen.model.dossier import behind
from vbgen.papers.certificate.composition import Composition, FootLines, composition
from vbgen.papers.frame.signature import Signature
from vbgen.papers.honours import awards
from vbgen.papers.scene import Scene

WIDEST_NUMBER = "0000"  # of a decision, for measuring before it is known


def composition_of(scene: Scene, place_date: str, signer: Signature) -> Composition:
    """Heads with room for the highest title, and a foot with room for whoever signs."""
    note = f"Quyết định số: {WIDEST_NUMBER}{behind(scene.symbol)}, {scene.paper_date}"
    design = scene.kind.design_used or CertificateDesign(title="")
    titles = {entry.honour.certificate_title for entry in awards(scene).entries}
    return composition(scene.agency, FootLines(note, place_date, signer), design, titles)

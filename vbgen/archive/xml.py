"""Metadata as XML, under the names of Nghị định 30/2020/NĐ-CP, Phụ lục VI."""

from collections.abc import Mapping, Sequence

from lxml import etree

from vbgen.archive.metadata import Described, FileMetadata, PaperMetadata, recipients


def file_xml(about: FileMetadata, papers: Sequence[PaperMetadata]) -> bytes:
    """A file (hồ sơ) and its papers in order: `<File>…<Documents><Document>…</Document></Documents></File>`."""
    root = etree.Element("File")
    _fill(root, _plain(about))
    documents = etree.SubElement(root, "Documents")
    for paper in papers:
        places = recipients(
            place.organ_name for place in paper.to
        )  # papers of 0.1 have other lines among them
        _fill(
            etree.SubElement(documents, "Document"), _plain(paper.model_copy(update={"to": places}))
        )
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _plain(value: Described) -> Mapping[str, object]:
    return value.model_dump(mode="json", by_alias=True)


def _fill(element: etree._Element, values: Mapping[str, object]) -> None:
    """A child for each field; a list repeats its field; what is not known stays out."""
    for name, value in values.items():
        for one in value if isinstance(value, list) else [value]:
            if _is_empty(one):
                continue
            child = etree.SubElement(element, name)
            if isinstance(one, dict):
                _fill(child, one)
            else:
                child.text = _writable(str(one))


def _is_empty(value: object) -> bool:
    return all(map(_is_empty, value.values())) if isinstance(value, dict) else value in (None, "")


def _writable(text: str) -> str:
    """The text without control characters, which XML has no way to write."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")

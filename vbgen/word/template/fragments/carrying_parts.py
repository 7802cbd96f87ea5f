"""Parts that a fragment refers to, taken over with those that they refer to in turn: pictures, charts, diagrams."""

from collections.abc import Mapping
from hashlib import sha256
from posixpath import basename

from vbgen.word.package.relations import (
    IMAGE,
    PartRelation,
    content_types,
    default_types,
    read_relations,
    rels_name,
    target_name,
    with_default,
    with_override,
    with_relations,
)

_TYPES = "[Content_Types].xml"
_DEEPEST = 6  # parts refer to parts: a chart to its workbook, no further
_STAYS = ("aFChunk", "subDocument", "header", "footer", "comments", "attachedTemplate")
_MIME = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
}


def carry_part(
    relation: PartRelation,
    source: Mapping[str, bytes],
    part: str,
    file: str,
    host: dict[str, bytes],
) -> str | None:
    """The target in the host of a relationship of `part`; None for what cannot come or is not there."""
    name = target_name(part, relation.target)
    if relation.external or name not in source or relation.kind.endswith(_STAYS):
        return None
    if relation.kind == IMAGE:
        return "/" + _carry_image(source[name], name, source, host)
    return "/" + _carry_tree(name, source, file, host, _DEEPEST)


def _carry_image(data: bytes, old: str, source: Mapping[str, bytes], host: dict[str, bytes]) -> str:
    extension = old.rpartition(".")[2].lower()
    name = f"word/media/fragment-{sha256(data).hexdigest()[:16]}.{extension}"
    host[name] = data
    known = default_types(source[_TYPES]).get(extension)
    mime = _MIME.get(extension) or known or f"image/{extension}"
    host[_TYPES] = with_default(host[_TYPES], extension, mime)
    return name


def _carry_tree(
    name: str, source: Mapping[str, bytes], file: str, host: dict[str, bytes], depth: int
) -> str:
    """The part's name in the host, with every part below it carried too."""
    content, rels = source[name], source.get(rels_name(name), b"")
    digest = sha256(name.encode() + content + rels).hexdigest()[:16]
    fresh = f"word/fragments/{digest}-{basename(name)}"
    if fresh in host:
        return fresh
    host[fresh] = content
    _carry_type(name, fresh, source, file, host)
    if rels and depth:
        inner = read_relations(rels, file, rels_name(name)).values()
        carried = [_carried_below(each, name, source, file, host, depth) for each in inner]
        host[rels_name(fresh)] = with_relations(b"", filter(None, carried))
    return fresh


def _carried_below(
    relation: PartRelation,
    part: str,
    source: Mapping[str, bytes],
    file: str,
    host: dict[str, bytes],
    depth: int,
) -> PartRelation | None:
    """The same relationship to the part as it lies in the host; pointers outside stay behind."""
    name = target_name(part, relation.target)
    if relation.external or name not in source:
        return None
    is_image = relation.kind == IMAGE
    if is_image:
        target = _carry_image(source[name], name, source, host)
    else:
        target = _carry_tree(name, source, file, host, depth - 1)
    return PartRelation(relation.id, relation.kind, f"/{target}", external=False)


def _carry_type(
    name: str, fresh: str, source: Mapping[str, bytes], file: str, host: dict[str, bytes]
) -> None:
    override = content_types(source[_TYPES], file).get(name)
    extension = name.rpartition(".")[2].lower()
    if override:
        host[_TYPES] = with_override(host[_TYPES], fresh, override)
    elif extension in (defaults := default_types(source[_TYPES])):
        host[_TYPES] = with_default(host[_TYPES], extension, defaults[extension])

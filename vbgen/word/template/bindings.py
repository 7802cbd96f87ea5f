"""Content controls bound to a part of the file: Word would fill them from it, over what their tags print."""

from collections.abc import Mapping

from lxml import etree

from vbgen.word.package.xml import W

_CONTROL = f"{{{W}}}sdt"


def unbind(roots: Mapping[str, etree._Element]) -> set[str]:
    """Take the binding off every control with a tag in it; the members that changed."""
    return {
        member
        for member, root in roots.items()
        for control in root.iter(_CONTROL)
        if _has_tag(control) and _is_freed(control)
    }


def _has_tag(control: etree._Element) -> bool:
    text = "".join(map(str, control.itertext()))
    return "{{" in text or "{%" in text


def _is_freed(control: etree._Element) -> bool:
    """Whether there was a binding, of whatever version of Word."""
    properties = control.find(f"{{{W}}}sdtPr")
    bound = [] if properties is None else properties.findall("{*}dataBinding")
    for binding in bound:
        binding.getparent().remove(binding)  # type: ignore[union-attr]  # found below it
    return bool(bound)

"""Which formats of a workbook show days."""

import re

from lxml import etree

_BUILT_IN = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58})
_SAID = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')  # what a format prints as it stands
_DAYS = re.compile("[dy]", re.IGNORECASE)


def date_styles(styles: etree._Element) -> frozenset[int]:
    """Numbers of the cell formats that show a day."""
    space = f"{{{etree.QName(styles).namespace}}}"
    own = {
        int(each.get("numFmtId") or 0)
        for each in styles.iter(f"{space}numFmt")
        if _DAYS.search(_SAID.sub("", str(each.get("formatCode"))))
    }
    formats = styles.find(f"{space}cellXfs")
    used = enumerate(formats) if formats is not None else ()
    return frozenset(
        number for number, each in used if int(each.get("numFmtId") or 0) in _BUILT_IN | own
    )

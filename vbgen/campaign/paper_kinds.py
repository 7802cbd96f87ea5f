"""Kinds of paper as a clerk reads them in the form; the data keep their codes."""

from vbgen.campaign.subjects import Column, Kind

# Titles of the kinds that vbgen ships, as their kind.toml has them, then of what one kind splits into.
TITLES = {
    "launch-notice": "Công văn phát động phong trào thi đua",
    "phase-summary": "Báo cáo sơ kết, tổng kết",
    "nomination-list": "Tờ trình và danh sách đề nghị khen thưởng",
    "nomination-list/province": "Tờ trình đề nghị cấp trên khen thưởng",
    "council-minutes": "Biên bản họp Hội đồng Thi đua - Khen thưởng",
    "award-decision": "Quyết định khen thưởng",
    "award-decision/titles": "Quyết định công nhận danh hiệu thi đua",
    "certificate": "Giấy khen",
}
_CODES = {title.casefold(): code for code, title in TITLES.items()}


def names_a_paper(column: Column) -> bool:
    """Whether the column holds a kind of paper (the kind of a nominee is another list)."""
    return column.field == "kind" and column.kind is Kind.TEXT


def title_of(code: str) -> str:
    """The title; for a kind that a workspace adds, its code."""
    return TITLES.get(code, code)


def code_of(text: str) -> str:
    """The code of a title; anything else as it is."""
    return _CODES.get(text.casefold(), text)

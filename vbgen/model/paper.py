"""What the campaign says about each paper: its planned month, signer, legal grounds and recipients."""

from typing import Annotated

from pydantic import Field

from vbgen.model.field import Record

_KIND_NOTE = "Mã loại văn bản, ví dụ launch-notice, award-decision."


class PaperPlan(Record):
    """How one kind of paper is drafted; without a row the kind's own defaults hold."""

    kind: Annotated[
        str,
        Field(
            title="Loại văn bản", description=_KIND_NOTE, examples=["launch-notice"], min_length=1
        ),
    ]
    phase: Annotated[
        int | None, Field(title="Đợt", description="Để trống nếu chung cho mọi đợt.", ge=1)
    ] = None
    signer: Annotated[str, Field(title="Mã người ký", examples=["gd"])] = ""
    subject: Annotated[
        str, Field(title="Trích yếu", description="Để trống thì lấy theo mẫu của loại văn bản.")
    ] = ""
    month: Annotated[
        int | None,
        Field(
            title="Tháng dự kiến",
            description="In sẵn trong dự thảo; để trống thì chừa chỗ.",
            ge=1,
            le=12,
        ),
    ] = None
    year: Annotated[int | None, Field(title="Năm dự kiến", ge=1948, le=2200)] = None
    drafting_unit_symbol: Annotated[
        str, Field(title="Ký hiệu đơn vị soạn thảo", examples=["VP"])
    ] = ""


class PaperLine(Record):
    """One line of a list that a kind of paper prints; the rows' order is kept."""

    kind: Annotated[
        str,
        Field(
            title="Loại văn bản", description=_KIND_NOTE, examples=["launch-notice"], min_length=1
        ),
    ]
    text: Annotated[
        str,
        Field(
            title="Nội dung", description="Không ghi gạch đầu dòng và dấu cuối dòng.", min_length=1
        ),
    ]

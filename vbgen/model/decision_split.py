"""What an office decides apart."""

from vbgen.model.field import Choice


class DecisionSplit(Choice):
    """What else is decided apart beside titles and commendation forms, which the law keeps apart."""

    LAW = "law", "Danh hiệu riêng, hình thức khen thưởng riêng"
    HONOUR = "honour", "Mỗi danh hiệu, hình thức một quyết định"
    RECIPIENT = "recipient", "Mỗi loại đối tượng một quyết định"
    BOTH = "both", "Mỗi danh hiệu, hình thức và loại đối tượng một quyết định"

    @property
    def by_honour(self) -> bool:
        """Whether every honour has a decision of its own."""
        return self in (DecisionSplit.HONOUR, DecisionSplit.BOTH)

    @property
    def by_recipient(self) -> bool:
        """Whether collectives, persons, households … have each a decision of their own."""
        return self in (DecisionSplit.RECIPIENT, DecisionSplit.BOTH)

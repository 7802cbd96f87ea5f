"""What stands behind “đã”: the merit, led in by what it lacks."""

MERIT = "có thành tích"
_DONE = (  # begins with what was done
    *("có ", "đạt ", "đoạt ", "giành ", "lập thành tích", "lập công", "hoàn thành ", "góp phần "),
    *("đóng góp ", "tham gia ", "tích cực ", "nỗ lực "),
)
_MANY = ("nhiều ", "những ")  # begins with how much there is of it
_WON = ("giải ", "huy chương ", "danh hiệu ")  # begins with what was won


def merit_done(merit: str) -> str:
    """`có thành tích xuất sắc …`, `đạt giải Ba …`; what begins with its own verb has no other before it."""
    bare = merit[3:].lstrip() if merit.casefold().startswith("đã ") else merit
    began = bare.casefold()
    if bare != merit or began.startswith(_DONE):
        return bare[:1].lower() + bare[1:]
    if began.startswith(_WON):
        return f"đạt {bare[:1].lower()}{bare[1:]}"
    if began.startswith(_MANY):
        return f"có {bare[:1].lower()}{bare[1:]}"
    return f"{MERIT} {bare}"

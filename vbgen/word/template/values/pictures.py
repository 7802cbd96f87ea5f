"""Pictures and measures as they are given with the data: looked at before anything is made of them."""

from pathlib import Path

from vbgen.messages import _
from vbgen.word.drawing.image import Image
from vbgen.word.drawing.images import begins_as_picture, read_image
from vbgen.word.drawing.svg import RefusedSvgError, begins_as_svg, drawn_svg
from vbgen.word.template.unfit import UnfitValueError

_MOST = 558.8  # millimetres: 22 inches, the longest side of a page that Word knows


def content_of(
    source: object, width_mm: float | None = None, height_mm: float | None = None
) -> bytes:
    """The bytes of a picture that is given as such or as a path; UnfitValueError for anything else.

    Of an SVG file a picture (PNG) as large as it will be seen, which is the one that everything keeps and shows.
    """
    content = _given(source)
    if not begins_as_svg(content):
        return content
    width, height = (None if given is None else measure(given) for given in (width_mm, height_mm))
    try:
        return drawn_svg(content, width, height)
    except RefusedSvgError as fault:
        raise UnfitValueError(fault.message, fault.hint) from fault


def _given(source: object) -> bytes:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if not isinstance(source, (str, Path)):
        message = _("Ảnh phải là đường dẫn tới tệp ảnh hoặc nội dung của tệp đó (bytes).")
        raise UnfitValueError(message, _("Hãy sửa chỗ đưa ảnh vào dữ liệu."))
    path = Path(source)
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        message = _("Không đọc được ảnh “{path}”.", path=path.name)
        hint = _("Hãy kiểm tra đường dẫn và quyền đọc của tệp ảnh.")
        raise UnfitValueError(message, hint) from error


def image_in(data: bytes) -> Image:
    """What picture the bytes are; UnfitValueError for none, or for half of one."""
    image = read_image(data)
    if image is not None:
        return image
    if begins_as_picture(data):
        message = _("Tệp ảnh không còn nguyên vẹn: bị cắt ngang hoặc hỏng.")
        raise UnfitValueError(message, _("Hãy lấy lại ảnh gốc, hoặc mở ảnh rồi lưu lại."))
    message = _("Tệp này không phải là ảnh PNG, JPEG, SVG, GIF, BMP, TIFF hay EMF.")
    raise UnfitValueError(message, _("Hãy lưu ảnh thành PNG hoặc JPEG rồi dùng tệp mới."))


def measure(value: object) -> float:
    """A width, height or weight; UnfitValueError for what is no length that a page can have."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= _MOST:
        return float(value)  # which infinity and what is no number are not
    message = _(
        "Kích thước {value} không dùng được: phải là số lớn hơn 0 và không quá {most} mm.",
        value=str(value)[:20].replace(".", ","),
        most=str(_MOST).replace(".", ","),
    )
    raise UnfitValueError(message, _("Hãy sửa chiều rộng hoặc chiều cao đó."))

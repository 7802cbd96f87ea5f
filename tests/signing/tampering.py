"""Signed files, tampered with: what somebody could do to a file after, or instead of, signing it rightly."""

# mypy: disallow-untyped-calls=False
# the library that tampers here has constructors without types

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.generic import pdf_string as string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

Writer = IncrementalPdfFileWriter
Update = Callable[[Writer], object]


def updated(content: bytes, update: Update) -> bytes:
    """The content with a revision behind it that no signature covers."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    update(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def page(writer: Writer, number: int = 0) -> Any:  # noqa: ANN401 - a dictionary of the file
    """One page, to be changed."""
    found = writer.find_page_for_modification(number)[0].get_object()
    writer.mark_update(found.container_ref)
    return found


def on_page(key: str, value: Any, number: int = 0) -> Update:  # noqa: ANN401 - of the file
    """A key of a page gets another value."""

    def update(writer: Writer) -> None:
        page(writer, number)[name(key)] = value

    return update


def in_root(key: str, make: Callable[[Writer], Any]) -> Update:
    """A key of the whole file gets another value."""

    def update(writer: Writer) -> None:
        writer.root[name(key)] = make(writer)
        writer.update_root()

    return update


def drawn(drawing: bytes, number: int = 0) -> Update:
    """Something more is drawn on a page."""

    def update(writer: Writer) -> None:
        stream = writer.add_object(generic.StreamObject(stream_data=drawing))
        font = generic.DictionaryObject(
            {
                name("/Type"): name("/Font"),
                name("/Subtype"): name("/Type1"),
                name("/BaseFont"): name("/Times-Roman"),
            }
        )
        fonts = generic.DictionaryObject({name("/F99"): font})
        resources = generic.DictionaryObject({name("/Font"): fonts})
        writer.add_stream_to_page(number, stream, resources=resources)

    return update


def written(text: str, at: tuple[float, float]) -> Update:
    """Words are written on the first page, as an agency's tool writes number and day."""
    x, y = at
    return drawn(f"q BT /F99 13 Tf {x} {y} Td ({text}) Tj ET Q".encode())


def noted(subtype: str, number: int = 0, **more: Any) -> Update:  # noqa: ANN401 - values of the file
    """A note is put on a page."""

    def update(writer: Writer) -> None:
        note = generic.DictionaryObject(
            {
                name("/Type"): name("/Annot"),
                name("/Subtype"): name(subtype),
                name("/Rect"): numbers(100, 600, 300, 640),
                **{name(f"/{key}"): value for key, value in more.items()},
            }
        )
        one = page(writer, number)
        notes = one.get("/Annots", generic.ArrayObject())
        one[name("/Annots")] = generic.ArrayObject([*_raw(notes), writer.add_object(note)])

    return update


def numbers(*values: float) -> generic.ArrayObject:
    """An array of numbers."""
    return generic.ArrayObject(map(generic.FloatObject, values))


def page_added(writer: Writer) -> None:
    """An empty page behind the last."""
    pages = writer.root["/Pages"]
    one = generic.DictionaryObject(
        {
            name("/Type"): name("/Page"),
            name("/MediaBox"): numbers(0, 0, 595, 842),
            name("/Parent"): writer.root.raw_get("/Pages"),
        }
    )
    pages["/Kids"].append(writer.add_object(one))
    pages[name("/Count")] = generic.NumberObject(int(pages["/Count"]) + 1)
    writer.update_container(pages)


def page_removed(writer: Writer) -> None:
    """The last page is gone."""
    pages = writer.root["/Pages"]
    del pages["/Kids"][-1]
    pages[name("/Count")] = generic.NumberObject(int(pages["/Count"]) - 1)
    writer.update_container(pages)


def pages_swapped(writer: Writer) -> None:
    """The first two pages change places."""
    pages = writer.root["/Pages"]
    kids = list(_raw(pages["/Kids"]))
    pages[name("/Kids")] = generic.ArrayObject([kids[1], kids[0], *kids[2:]])
    writer.update_container(pages)


def content_replaced(writer: Writer) -> None:
    """The first page draws something else."""
    stream = writer.add_object(generic.StreamObject(stream_data=b"q 1 0 0 rg 0 0 99 99 re f Q"))
    page(writer)[name("/Contents")] = stream


def fonts_replaced(writer: Writer) -> None:
    """The fonts of a page mean other letters."""
    fonts = page(writer)["/Resources"]["/Font"]
    for key in list(fonts):
        fonts[key] = generic.DictionaryObject(
            {
                name("/Type"): name("/Font"),
                name("/Subtype"): name("/Type1"),
                name("/BaseFont"): name("/Symbol"),
            }
        )
    if fonts.container_ref is not None:
        writer.update_container(fonts)


def widget(writer: Writer) -> Any:  # noqa: ANN401 - a dictionary of the file
    """The last signature's place on its page."""
    found = writer.root["/AcroForm"]["/Fields"][-1]
    writer.update_container(found)
    return found


def picture_moved(writer: Writer) -> None:
    """The last signature stands over the text."""
    widget(writer)[name("/Rect")] = numbers(80, 500, 400, 700)


def picture_swapped(writer: Writer) -> None:
    """The last signature shows something else."""
    look = generic.StreamObject(stream_data=b"1 0 0 rg 0 0 50 50 re f")
    look[name("/Type")], look[name("/Subtype")] = name("/XObject"), name("/Form")
    look[name("/BBox")] = numbers(0, 0, 50, 50)
    normal = generic.DictionaryObject({name("/N"): writer.add_object(look)})
    widget(writer)[name("/AP")] = normal


def signature_unsigned(writer: Writer) -> None:
    """The last signature's field has no value any more."""
    del widget(writer)["/V"]


def text_field_added(writer: Writer) -> None:
    """A form field that is no signature."""
    made = generic.DictionaryObject(
        {name("/FT"): name("/Tx"), name("/T"): string("ghi-chu"), name("/V"): string("khac")}
    )
    form = writer.root["/AcroForm"]
    form["/Fields"].append(writer.add_object(made))
    writer.update_container(form["/Fields"])
    writer.update_root()


def script(_writer: Writer) -> generic.DictionaryObject:
    """An act that runs when the file is opened."""
    return generic.DictionaryObject(
        {name("/S"): name("/JavaScript"), name("/JS"): string("app.alert(1)")}
    )


def named(kind: str) -> Callable[[Writer], generic.DictionaryObject]:
    """A tree of names with one entry: scripts, files that are attached."""

    def make(writer: Writer) -> generic.DictionaryObject:
        tree = generic.DictionaryObject(
            {name("/Names"): generic.ArrayObject([string("a"), script(writer)])}
        )
        return generic.DictionaryObject({name(kind): tree})

    return make


def layers(_writer: Writer) -> generic.DictionaryObject:
    """Layers, by which what is shown can be turned off."""
    nothing = generic.ArrayObject()
    default = generic.DictionaryObject({name("/OFF"): nothing})
    return generic.DictionaryObject({name("/OCGs"): nothing, name("/D"): default})


def retitled(writer: Writer) -> None:
    """The file's title says something else."""
    made = generic.DictionaryObject(dict(writer.trailer_view["/Info"]))
    made[name("/Title")] = string("Khác")
    writer.set_info(made)


def described_anew(writer: Writer) -> None:
    """The file's description says another title."""
    old = writer.root["/Metadata"].data
    start = old.index(b"title")
    made = generic.StreamObject(
        stream_data=old[:start] + old[start:].replace(b"</rdf:li>", b"!</rdf:li>", 1)
    )
    made[name("/Type")], made[name("/Subtype")] = name("/Metadata"), name("/XML")
    writer.root[name("/Metadata")] = writer.add_object(made)
    writer.update_root()


def other_root(writer: Writer) -> None:
    """Another catalogue with other pages stands in the place of the file's own."""
    one = generic.DictionaryObject(
        {name("/Type"): name("/Page"), name("/MediaBox"): numbers(0, 0, 595, 842)}
    )
    pages = generic.DictionaryObject(
        {
            name("/Type"): name("/Pages"),
            name("/Kids"): generic.ArrayObject([writer.add_object(one)]),
            name("/Count"): generic.NumberObject(1),
        }
    )
    writer.root[name("/Pages")] = writer.add_object(pages)
    writer.update_root()


def saved_anew(content: bytes, **how: Any) -> bytes:  # noqa: ANN401 - of the library
    """The file as another program writes it."""
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(target, **how)
    return target.getvalue()


def _raw(array: Any) -> Any:  # noqa: ANN401 - an array of the file
    return (array.raw_get(number) for number in range(len(array)))

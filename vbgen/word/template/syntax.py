"""Each tag's own syntax, filters and tests, checked alone so that every fault shows in one run."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.template.bounds.sandbox import Sandbox
from vbgen.word.template.compiling import syntax_words
from vbgen.word.template.language.cells import CELL_KEYWORDS
from vbgen.word.template.language.emit import BLOCK, BLOCK_END, VALUE, VALUE_END
from vbgen.word.template.language.stream import Tag

_BARE = ("else", "endif", "endfor", "endmacro", "endcall", "endfilter", "endwith", "endset")
_FOREIGN = "#/^&>"  # how loops, conditions and insertions begin in other template languages
_OPERATORS = ("and", "or", "not", "in", "is")
_WORDS = "and|or|not|in|is|if|else|elif|for|true|false|none|True|False|None"  # no names of data
_NAME = rf"(?!(?:{_WORDS})\b)[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_SURELY_GOOD = {  # most tags: no parser is needed to see that nothing is wrong in them
    "expr": re.compile(_NAME, re.ASCII),
    "stmt": re.compile(rf"(?:el)?if (?:not )?{_NAME}", re.ASCII),
}
_BETWEEN = {"elif": ("if 1", "endif"), "set_block": ("", "endset")}


def check_syntax(env: Sandbox, tags: Iterable[Tag]) -> Iterator[Problem]:
    """What is wrong inside each tag."""
    seen: dict[str, list[tuple[str, str, str]]] = {}
    for tag in tags:
        if _is_surely_good(tag):
            continue
        key = f"{tag.kind} {tag.body}"
        if key not in seen:
            seen[key] = list(_faults(env, tag))
        for code, message, hint in seen[key]:
            yield Problem(code, message, tag.place, hint=hint)


def _is_surely_good(tag: Tag) -> bool:
    """Whether nothing can be wrong in it, without a parser: a tag of ours, or a name, as most of them are."""
    if tag.is_ours or (tag.kind == "stmt" and tag.keyword in CELL_KEYWORDS):
        return True
    return tag.kind in _SURELY_GOOD and _SURELY_GOOD[tag.kind].fullmatch(tag.body) is not None


def _faults(env: Sandbox, tag: Tag) -> Iterator[tuple[str, str, str]]:
    if tag.keyword in _BARE:
        if tag.rest:
            message = _("Sau “{word}” không được có gì thêm.", word=tag.keyword)
            yield "tag-syntax", message, _("Hãy bỏ phần “{rest}”.", rest=tag.rest)
        return
    if not tag.body:
        yield "tag-empty", _("Thẻ trống."), _("Hãy ghi tên trường vào thẻ, hoặc xóa thẻ.")
        return
    if tag.kind == "expr" and tag.body[0] in _FOREIGN:
        yield _of_another_language(tag)
    elif source := _alone(tag):
        yield from _inside(env, source)


def _inside(env: Sandbox, source: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a tag as a template of its own."""
    try:
        tree = env.parse(source)
    except TemplateSyntaxError as error:
        yield _syntax_fault(error)
        return
    except RecursionError:
        yield too_deep()
        return
    yield from _unknown_filters(env, tree)


def _of_another_language(tag: Tag) -> tuple[str, str, str]:
    """`{{#x}} … {{/x}}`, as docxtemplater and Mustache write loops and conditions."""
    message = _("Thẻ này viết theo ngôn ngữ mẫu khác (docxtemplater, Mustache).")
    name = tag.body[1:].strip()
    hint = _(
        "Ở đây viết “{{% for … in {name} %}} … {{% endfor %}}” hoặc “{{% if {name} %}} … {{% endif %}}”.",
        name=name.split()[-1] if name else "…",  # Handlebars has its word before: `{{#each x}}`
    )
    if tag.body[0] == ">":
        hint = _('Ở đây viết “{{%p include "tên phần dùng chung" %}}”, một mình trong một đoạn.')
    return "tag-syntax", message, hint


def _alone(tag: Tag) -> str:
    """The tag as a template of its own; nothing for a word that is no tag."""
    if tag.kind == "expr":
        return f"{VALUE}{tag.body} {VALUE_END}"
    word = tag.word
    if word in ("if", "for", "macro", "call", "filter", "with"):
        return _block(tag.body) + _block(f"end{word}")
    if word in _BETWEEN:
        before, after = _BETWEEN[word]
        return (_block(before) if before else "") + _block(tag.body) + _block(after)
    return _block(tag.body) if word == "set" else ""


def _block(body: str) -> str:
    return f"{BLOCK} {body} {BLOCK_END}"


def _syntax_fault(error: TemplateSyntaxError) -> tuple[str, str, str]:
    wanted, got = (_readable(word) if word else "" for word in syntax_words(error))
    if got in ("'", '"'):
        message = _("Thẻ có dấu nháy mở mà không đóng.")
    elif got == _("hết thẻ"):
        message = _("Thẻ viết dở, còn thiếu ở cuối.")
    elif wanted and got:
        message = _("Thẻ viết sai: cần “{wanted}” nhưng gặp “{got}”.", wanted=wanted, got=got)
    elif got:
        message = _("Thẻ viết sai ở “{got}”.", got=got)
    else:
        message = _("Thẻ viết sai cú pháp.")
    return "tag-syntax", message, _syntax_hint(got)


def _syntax_hint(got: str) -> str:
    if got not in _OPERATORS and got.lower() in _OPERATORS:
        return _("Có phải là “{name}”?", name=got.lower())
    return _("Hãy kiểm tra tên trường, dấu ngoặc, dấu nháy và dấu chấm trong thẻ.")


def _readable(word: str) -> str:
    names = {
        "end of print statement": _("hết thẻ"),
        "end of statement block": _("hết thẻ"),
        "end of template": _("hết thẻ"),
        "name": _("một tên"),
        "integer": _("một số"),
    }
    clean = "".join(sign for sign in word if sign.isprintable()).strip()
    return names.get(word, clean or _("hết thẻ"))


def _unknown_filters(env: Sandbox, tree: nodes.Template) -> Iterator[tuple[str, str, str]]:
    for node in tree.find_all(nodes.Filter):
        if node.name == "safe":
            message = _("Bộ lọc “safe” không được dùng: giá trị luôn được in an toàn.")
            yield (
                "filter-refused",
                message,
                _("Hãy bỏ “|safe”; chữ có định dạng thì dùng RichText."),
            )
        elif node.name not in env.filters or node.name.startswith("_"):
            message = _("Không có bộ lọc “{name}”.", name=node.name)
            yield "filter-unknown", message, _near(node.name, env.filters)
    for test in tree.find_all(nodes.Test):
        if test.name not in env.tests:
            message = _("Không có phép thử “{name}”.", name=test.name)
            yield "test-unknown", message, _near(test.name, env.tests)


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, [each for each in known if not each.startswith("_")], 1, 0.6)
    return (
        _("Có phải là “{name}”?", name=near[0])
        if near
        else _("Hãy xem danh sách bộ lọc trong hướng dẫn.")
    )


def too_deep() -> tuple[str, str, str]:
    """The fault of a tag or a part that is nested too deep to be compiled."""
    return "tag-too-deep", _("Thẻ lồng nhau quá sâu."), _("Hãy tách thành nhiều thẻ đơn giản hơn.")


def whole_fault(error: Exception, place: Place) -> Problem:
    """A fault that only the whole part shows."""
    code, message, hint = (
        _syntax_fault(error) if isinstance(error, TemplateSyntaxError) else too_deep()
    )
    return Problem(code, message, place, hint=hint)

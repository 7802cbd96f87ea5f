"""Files with a few bytes, words or parts changed at random: as damage, as slips, as an attacker would."""

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

Mutation = Callable[[Random, bytes], bytes]
_NASTY = (
    b"", b"\0", b"\xff\xfe", b"9" * 400, b"-1", b"1e999", b"nan", b"inf", b"{{", b"}}", b"{%", b"%}",
    b"{{ x.a }}", b"{% for a in b %}", b"{%p include 'a' %}", b"&a;", b"<!DOCTYPE x>", b"<", b">", b"]]>", b"[[",
    b"]", b"=", b"'", b'"', b": ", b"- ", b"*a", b"&a", b"!!python/object:os.system", b"\t", b"\r\n", b"true", b"null",
    b"~", b"2022-02-31", b"31/02/2022", "ế".encode(), "é".encode("utf-16"), b"\xe2\x80\xae", b"../", b"/etc/passwd",
    b"#REF!", b"=1+1", b"_x0000_", b"[]", b"{}",
)  # fmt: skip
_WORD = re.compile(rb"[\w\-.:/]+")


def damaged(random: Random, data: bytes) -> bytes:
    """Bytes flipped, cut out, doubled, or cut off at the end."""
    content = bytearray(data)
    for _time in range(random.randint(1, 4)):
        at = random.randrange(max(len(content), 1))
        match random.randrange(4):
            case 0:
                content[at : at + 1] = bytes([random.randrange(256)])
            case 1:
                del content[at : at + random.randint(1, 64)]
            case 2:
                content[at:at] = content[at : at + random.randint(1, 64)]
            case _:
                content[at : at + random.randint(0, 8)] = random.choice(_NASTY)
    return bytes(content)


def reworded(random: Random, data: bytes) -> bytes:
    """Words of a text replaced by others of it, or by something nasty; lines doubled or dropped."""
    content = data
    for _time in range(random.randint(1, 3)):
        words = list(_WORD.finditer(content))
        if not words:
            return content
        word, other = random.choice(words), random.choice(words)[0]
        put = random.choice(
            (other, random.choice(_NASTY), b'"' + other + b'"', b"[" + other + b"]")
        )
        content = content[: word.start()] + put + content[word.end() :]
    return content


def repacked(random: Random, data: bytes) -> bytes:
    """A zip whose parts were mutated, dropped or swapped, packed soundly again."""
    with ZipFile(BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    for name in random.sample(sorted(parts), random.randint(1, 2)):
        match random.randrange(5):
            case 0:
                del parts[name]
            case 1:
                parts[name] = parts[random.choice(sorted(parts))]
            case 2:
                parts[name] = damaged(random, parts[name])
            case _:
                parts[name] = reworded(random, parts[name])
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return packed.getvalue()

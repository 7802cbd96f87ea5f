"""The fixed words with which some forms begin (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.6, 1.7, 1.8)."""

from vbgen.papers.scene import Scene
from vbgen.papers.subject import values
from vbgen.word.reading.plain import plain_text
from vbgen.words.names import fold


def opening(scene: Scene) -> str:
    """`Sở Công Thương trân trọng giới thiệu:`; nothing where the body says it itself, or the kind has no such words."""
    words = str(values(scene).get("opening", ""))
    if not words or _says(scene, words):
        return ""
    return f"{scene.issuer_name} {words}"


def _says(scene: Scene, words: str) -> bool:
    body = scene.body
    return body is not None and fold(words).rstrip(":") in fold(plain_text(body.content()))

"""The letters of four charsets from before Unicode, as Unicode text shows them when nobody converts.

All laid Vietnamese letters on the places of Latin-1, one font family each. TCVN3 (ABC fonts, from TCVN
5712:1993) has one place a letter, and capitals only for the seven letters without a tone; its capital
fonts (.VnTimeH) draw small letters as capitals. VNI writes the plain letter, then a sign for its marks.
VISCII (RFC 1456) and VPS, of Vietnamese abroad, have one place for every letter; six and more capitals of theirs
lie among the control characters, which no file of today keeps.
"""

from collections.abc import Mapping

from vbgen.words.letters import Tone, with_tone

_TONES = (Tone.HUYEN, Tone.HOI, Tone.NGA, Tone.SAC, Tone.NANG)
_TCVN3_CAPITALS = {"¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ"}
_TCVN3_SHAPES = {"¨": "ă", "©": "â", "ª": "ê", "«": "ô", "¬": "ơ", "\u00ad": "ư", "®": "đ"}
_TCVN3_TONES = {  # huyền, hỏi, ngã, sắc, nặng
    "a": "µ¶·¸¹", "ă": "»¼½¾Æ", "â": "ÇÈÉÊË", "e": "ÌÎÏÐÑ", "ê": "ÒÓÔÕÖ", "i": "×ØÜÝÞ",
    "o": "ßáâãä", "ô": "åæçèé", "ơ": "êëìíî", "u": "ïñòóô", "ư": "õö÷øù", "y": "úûüýþ",
}  # fmt: skip

_VNI_SINGLE = {
    "ô": "ơ",
    "ö": "ư",
    "ñ": "đ",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "í": "í",
    "ò": "ị",
    "î": "ỵ",
}
_VNI_TONES = "øûõùï"  # huyền, hỏi, ngã, sắc, nặng behind a plain letter
_VNI_SHAPED = {
    "ă": ("a", "ê", "èúüéë"),
    "â": ("a", "â", "àåãáä"),
    "ê": ("e", "â", "àåãáä"),
    "ô": ("o", "â", "àåãáä"),
}

_HIGH_HALF = range(0x80, 0x100)
_VISCII = (  # 0x80 to 0xFF
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VPS = (  # 0x80 to 0xFF; a blank is a place without a letter
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔ ýỷỵỚỜỞ"
    " ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ "
    "àáâãảạă èéêẽìí ĩẴĐòóôõ Ơụùúủ ỶẼỳ"
)


def tcvn3() -> Mapping[str, str]:
    """One sign of TCVN3 text → its letter: 74 signs."""
    toned = {
        sign: with_tone(vowel, tone)
        for vowel, signs in _TCVN3_TONES.items()
        for sign, tone in zip(signs, _TONES, strict=True)
    }
    return {**_TCVN3_CAPITALS, **_TCVN3_SHAPES, **toned}


def vni() -> Mapping[str, str]:
    """One or two signs of VNI text → their letter, all 134; the case of a pair is that of its first sign."""
    small = {**_VNI_SINGLE, **_plain_vowels(), **_shaped_vowels(), **_horned_vowels()}
    capitals = {signs.upper(): letter.upper() for signs, letter in small.items()}
    mixed = {signs[0].upper() + signs[1:]: letter.upper() for signs, letter in small.items()}
    reverse = {signs[0] + signs[1:].upper(): letter for signs, letter in small.items()}
    return {**reverse, **mixed, **capitals, **small}


def viscii() -> Mapping[str, str]:
    """One sign of VISCII text → its letter, whether Windows or Latin-1 showed its place."""
    return _as_seen(_VISCII)


def vps() -> Mapping[str, str]:
    """One sign of VPS text → its letter, in the same way."""
    return _as_seen(_VPS)


def as_seen(place: int) -> tuple[str, ...]:
    """How a byte from 0x80 on stands in a text that nobody converted: by Windows-1252, and by Latin-1."""
    byte = bytes([place])
    return tuple({byte.decode("cp1252", "ignore") or chr(place), chr(place)})


def _as_seen(letters: str) -> dict[str, str]:
    pairs = zip(_HIGH_HALF, letters, strict=True)
    return {sign: letter for place, letter in pairs if letter != " " for sign in as_seen(place)}


def _plain_vowels() -> dict[str, str]:
    pairs = (
        (vowel, sign, tone)
        for vowel in "aeouy"
        for sign, tone in zip(_VNI_TONES, _TONES, strict=True)
    )
    skipped = ("yï",)  # ỵ has a sign of its own
    return {
        vowel + sign: with_tone(vowel, tone)
        for vowel, sign, tone in pairs
        if vowel + sign not in skipped
    }


def _shaped_vowels() -> dict[str, str]:
    letters = {plain + shape: letter for letter, (plain, shape, _signs) in _VNI_SHAPED.items()}
    for letter, (plain, _shape, signs) in _VNI_SHAPED.items():
        toned = zip(signs, _TONES, strict=True)
        letters.update({plain + sign: with_tone(letter, tone) for sign, tone in toned})
    return letters


def _horned_vowels() -> dict[str, str]:
    pairs = (("ô", "ơ"), ("ö", "ư"))
    return {
        horned + sign: with_tone(letter, tone)
        for horned, letter in pairs
        for sign, tone in zip(_VNI_TONES, _TONES, strict=True)
    }

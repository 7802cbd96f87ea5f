"""Whether a word is built as a Vietnamese syllable is: an onset, a rhyme, and a tone that the rhyme can carry."""

from vbgen.wording.letters import Tone, without_tone

_ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_RHYMES_BY_VOWEL = (
    ".join( (",
    ",",
    ",",
    ",",
    ",",
    ",",
    ",",
    ",",
)
_RHYMES = frozenset(rhyme for line in _RHYMES_BY_VOWEL for rhyme in line.split())
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = (Tone.SAC, Tone.NANG)


def is_syllable(word: str, *, strict: bool = True) -> bool:
    """The word can be a Vietnamese syllable, whatever its case and wherever its tone mark stands.

    Not strict, a rhyme that ends in c, ch, p or t may lack its tone, as in hasty typing.
    """
    letters, tones = without_tone(word.lower())
    if len(tones) > 1 or not letters:
        return False
    tone = tones[0] if tones else Tone.NGANG
    return any(_fits(letters, onset, tone, strict=strict) for onset in _ONSETS if letters.startswith(onset))


def _fits(letters: str, onset: str, tone: Tone, *, strict: bool) -> bool:
    rhyme = letters[len(onset) :]
    if onset == "gi" and not rhyme:
        return True
    if rhyme not in _RHYMES:
        return False
    stopped = rhyme.endswith(_STOPS)
    return tone in _STOP_TONES if stopped and strict else not (stopped and tone not in (*_STOP_TONES, Tone.NGANG))

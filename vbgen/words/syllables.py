"""Whether a word is built as a Vietnamese syllable is: an onset, a rhyme, and a tone that the rhyme can carry."""

from vbgen.words.letters import Tone, without_tone

_ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_RHYMES_BY_VOWEL = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu",
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu",
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong",
    "ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt",
    "u ua uân uâng uât uây uc uê uêch uênh uên ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu",
    "uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu",
    "y yêm yên yêng yêt yêu",
)
_RHYMES = frozenset(rhyme for line in _RHYMES_BY_VOWEL for rhyme in line.split())
_BUILT = frozenset(onset + rhyme for onset in _ONSETS for rhyme in _RHYMES)
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = (Tone.SAC, Tone.NANG)


def is_syllable(word: str, *, strict: bool = True) -> bool:
    """The word can be a Vietnamese syllable, whatever its case and wherever its tone mark stands.

    Not strict, a rhyme that ends in c, ch, p or t may lack its tone, as in hasty typing.
    """
    letters, tones = without_tone(word.lower())
    if len(tones) > 1 or letters not in _BUILT:
        return False
    tone = tones[0] if tones else Tone.NGANG
    if not letters.endswith(_STOPS):
        return True
    return tone in _STOP_TONES or (not strict and tone is Tone.NGANG)

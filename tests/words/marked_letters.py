"""The 134 Vietnamese letters that ASCII lacks, small ones first."""

from vbgen.words.letters import MARKED_LETTERS, VOWELS, Tone, with_tone


def all_marked() -> tuple[str, ...]:
    small = [
        *MARKED_LETTERS,
        *(with_tone(vowel, tone) for vowel in VOWELS for tone in Tone if tone),
    ]
    return tuple(small + [letter.upper() for letter in small])

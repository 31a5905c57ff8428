"""Names as registers of organisations have them: few words in many names, most words in one or two.

The number of different words grows with the list as it does in real ones (Heaps' law): a word is new with a
chance of about NEW × words so far / uses so far, else one that was used before, as often as it was (the
process of Pitman and Yor). Fitted to three lists of real organisations together: 1,241 different words in the
first thousand names and 1,768 in 1,941, of which 55 % stand in one name only. Made here: 1,138, 1,769, 54 %;
4,584 in ten thousand names and 15,428 in a hundred thousand.
"""

import random
from collections.abc import Iterator, Sequence

NEW = 0.5  # the power by which the words of their own grow
START = 350  # uses that count for new words besides: a list begins with words that it has not had
_STARTS = "b br c ch cl d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w y z"
_MIDDLES = "a e i o u ai ea oo ou"
_ENDS = "l m n r s t ck nd rt st"
_DOING = (
    "Health Community Family Youth Housing Education Recovery Food Arts Senior Justice Faith Literacy Dental "
    "Transit Nursing Disability Vision Veterans Refugee Hospice Autism Legal Hearing"
)
_BEING = (
    "Center Services Association Foundation Council Clinic Alliance Program Network Coalition Partners "
    "Ministries Trust Institute Initiative Mission Collaborative Project Fund League"
)
STARTS, MIDDLES, ENDS = _STARTS.split(), _MIDDLES.split(), _ENDS.split()
DOING, BEING = _DOING.split(), _BEING.split()


def names(chance: random.Random) -> Iterator[str]:
    """Without end; the same for the same seed. About four and a half words each."""
    words = own_words(chance)
    while True:
        kind = chance.random()
        doing, being = common(DOING, chance), common(BEING, chance)
        if kind < 0.4:
            yield f"{next(words)} {next(words)} {doing} {being}"
        elif kind < 0.7:
            yield f"{next(words)} {doing} {being} of {next(words)} County"
        elif kind < 0.9:
            yield f"{being} for {common(DOING, chance)} {doing} of {next(words)} {next(words)}"
        else:
            yield f"{next(words)} {next(words)} {being}"


def common(words: Sequence[str], chance: random.Random) -> str:
    """One of them, the n-th 1/n times as often as the first (Zipf's law)."""
    weights = [1 / (place + 1) for place in range(len(words))]
    return chance.choices(words, weights)[0]


def own_words(chance: random.Random) -> Iterator[str]:
    """What a name is told by: people, places, saints; a few are everywhere, most are nowhere else."""
    used: list[str] = []
    taken: set[str] = set()
    while True:
        is_new = chance.random() * (len(used) + START) < START + NEW * len(taken)
        word = made_up(chance) if is_new else chance.choice(used)
        used.append(word)
        taken.add(word)
        yield word


def made_up(chance: random.Random) -> str:
    """Two or three syllables that can be said."""
    syllables = chance.choice([2, 2, 3])
    parts = [chance.choice(STARTS) + chance.choice(MIDDLES) for _ in range(syllables)]
    return ("".join(parts) + chance.choice(ENDS)).title()

"""A sound, a photograph, rhymes, messages and penguins: data that come with the book.

Whose they are, and on what terms, stands in ``data/LICENCES.md``.
"""

import csv
import io
import wave
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

RATE = 16_000  # samples a second
MEASURED = ("bill length", "bill depth", "flipper length", "body mass")  # of each penguin


def crow() -> NDArray[np.float64]:
    """Return one second of sound with a crow in it.

    Returns
    -------
    (16000,) ndarray
        Samples between -1 and 1, `RATE` of them a second: the pressure of the air, without unit.
        Each is a multiple of 1/128.

    Examples
    --------
    >>> x = crow()
    >>> x.shape, float(x.max())
    ((16000,), 0.8671875)
    """
    with wave.open(io.BytesIO(_read("crow.wav"))) as file:
        codes = np.frombuffer(file.readframes(file.getnframes()), np.uint8)
    return (codes - 128.0) / 128


def hopper() -> NDArray[np.float64]:
    """Return a photograph of Grace Hopper.

    Returns
    -------
    (96, 96) ndarray
        Grey values, row by row from the top: 0 is black, 1 is white. Each is a multiple of 1/255.

    Examples
    --------
    >>> X = hopper()
    >>> X.shape, float(X.min()) >= 0, float(X.max()) <= 1
    ((96, 96), True, True)
    """
    pixels: NDArray[np.uint8] = np.load(io.BytesIO(_read("hopper.npy")))
    return pixels / 255.0


def rhymes() -> dict[str, str]:
    """Return six nursery rhymes, or their beginnings, by their names.

    Examples
    --------
    >>> rhymes()["Row"][:24]
    'Row, row, row your boat,'
    """
    return {
        "Bo-Peep": "Little Bo-Peep has lost her sheep and doesn't know where to find them. Leave "
        "them alone, and they'll come home, wagging their tails behind them.",
        "Boy Blue": "Little Boy Blue, come blow your horn. The sheep's in the meadow, the cow's "
        "in the corn. But where is the little boy who looks after the sheep? He's under a "
        "haystack, fast asleep.",
        "Black Sheep": "Baa, baa, black sheep, have you any wool? Yes, sir, yes, sir, three bags "
        "full. One for the master, and one for the dame, and one for the little boy who lives "
        "down the lane.",
        "Mary": "Mary had a little lamb, its fleece was white as snow, and everywhere that Mary "
        "went the lamb was sure to go.",
        "Sailor": "A sailor went to sea, sea, sea, to see what he could see, see, see. But all "
        "that he could see, see, see was the bottom of the deep blue sea, sea, sea.",
        "Row": "Row, row, row your boat, gently down the stream. Merrily, merrily, merrily, "
        "merrily, life is but a dream.",
    }


def messages() -> tuple[list[str], list[bool]]:
    """Return two dozen short messages, and of each whether it is spam.

    Examples
    --------
    >>> texts, spam = messages()
    >>> texts[0], spam[0], len(texts), sum(spam)
    ('Lunch at noon? The usual place.', False, 24, 10)
    """
    wanted = (
        "Lunch at noon? The usual place.",
        "The meeting is at ten, not at nine.",
        "I have sent you the notes of the meeting.",
        "Your book is on my desk. Thank you.",
        "Can you call me when you are home?",
        "The train is late again. See you at nine.",
        "Are you free for lunch on Friday?",
        "Please bring the notes to the lecture.",
        "I won the race. Dinner at my place on Friday?",
        "The prize lecture is at ten. Are you free?",
        "Mother will call you at noon.",
        "I am on the train. Can you feed the cat?",
        "Thank you for dinner. The cat is fine.",
        "Please call the library: your book is late.",
    )
    unwanted = (
        "You have won a prize. Call now.",
        "Free money. Click the link now.",
        "Claim your free prize now. Click here.",
        "Your account is late. Click the link to claim your money.",
        "You won money. Free call, today only.",
        "Cheap loans today. No questions. Click here now.",
        "Win a free train ticket. Claim it today.",
        "Urgent: your account. Call now, please.",
        "A free gift for you. Offer ends today.",
        "Winner. Claim your cash prize. Offer ends now.",
    )
    return [*wanted, *unwanted], [False] * len(wanted) + [True] * len(unwanted)


def penguins() -> tuple[NDArray[np.float64], list[str]]:
    """Return what was measured of 342 penguins of three species, on islands near Palmer Station.

    Returns
    -------
    X : (342, 4) ndarray
        A row for each penguin, its columns named by `MEASURED`: three lengths in millimetres, and
        the body mass in grams.
    species : list of 342 str
        "Adelie", "Chinstrap" or "Gentoo".

    Examples
    --------
    >>> X, species = penguins()
    >>> X[0].tolist(), species[0]
    ([39.1, 18.7, 181.0, 3750.0], 'Adelie')
    """
    _, *rows = csv.reader(_read("penguins.csv").decode().splitlines())
    return np.array([row[1:] for row in rows], float), [row[0] for row in rows]


def _read(name: str) -> bytes:
    return files("mathlib").joinpath("data", name).read_bytes()

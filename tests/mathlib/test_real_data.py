import numpy as np

from mathlib.real_data import MEASURED, RATE, crow, hopper, penguins, rhymes


def test_the_crow_is_a_second_with_silence_at_its_ends():
    x = crow()
    assert x.shape == (RATE,) and x.dtype == np.float64
    assert not x[:800].any() and not x[8500:].any() and 0.8 < abs(x).max() < 1
    assert abs(x.mean()) < 0.01 and np.array_equal(x * 128, np.round(x * 128))


def test_the_photograph_has_light_and_dark():
    X = hopper()
    assert X.shape == (96, 96) and 0 <= X.min() < 0.1 and 0.9 < X.max() <= 1
    assert X[20:40, 20:60].mean() < X[:60, 75:].mean()  # the cap is darker than the wall


def test_the_rhymes_say_their_words_again_and_again():
    said = {name: text.lower().replace(",", "").replace(".", "") for name, text in rhymes().items()}
    assert len(said) == 6
    assert said["Sailor"].split().count("sea") == 6 and said["Row"].split().count("merrily") == 4
    assert sum("little" in text.split() for text in said.values()) == 4


def test_the_penguins_are_of_three_kinds_and_of_the_size_of_penguins():
    X, species = penguins()
    assert X.shape == (len(species), len(MEASURED)) == (342, 4)
    kinds = {name: species.count(name) for name in species}
    assert kinds == {"Adelie": 151, "Gentoo": 123, "Chinstrap": 68}
    assert (X.min(axis=0) > [30, 13, 170, 2600]).all() and (
        X.max(axis=0) < [60, 22, 232, 6400]
    ).all()
    heavy = {name: X[np.array(species) == name, 3].mean() for name in kinds}
    assert max(heavy, key=heavy.get) == "Gentoo"


def test_nobody_changes_the_next_readers_copy():
    crow()[:] = 0
    hopper()[:] = 0
    penguins()[0][:] = 0
    assert crow().any() and hopper().any() and penguins()[0].any()

import importlib.util
import json
import re
import sys

import numpy as np
import pytest
import traitlets
from matplotlib.figure import Figure as Picture

import figures
from figures.figure import ROLES, Figure


def drawn(values):
    picture = Picture()
    picture.subplots().plot(values)
    return picture


CLASSES = [getattr(figures, name) for name in dir(figures)]
EXAMPLES = [cls(**cls.example) for cls in CLASSES]


def html(figure):
    return figure._repr_mimebundle_()[0]["text/html"]


@pytest.mark.parametrize("figure", EXAMPLES, ids=repr)
def test_a_notebook_stores_the_state_and_words_and_nothing_else(figure):
    state = json.loads(re.search(r'json">(.*?)</script>', html(figure), re.S)[1])
    assert state == {k: v for k, v in figure.state().items() if k not in ("title", "alt")}
    assert "symbols" not in state and "stages" not in state
    assert len(figure.alt) > 0 and figure.title
    assert "model_id" not in html(figure)
    assert html(figure) == html(figure)


@pytest.mark.parametrize("figure", EXAMPLES, ids=repr)
def test_every_name_that_a_module_reads_is_in_the_state(figure):
    module = figures.paths()[type(figure).__name__].read_text("utf-8")
    words = r'\b(?:get|put|slider|toggle|choice)\(\s*"(\w+)"'
    read = set(re.findall(words, module))
    assert read and read <= set(figure.trait_names(sync=True)), read


@pytest.mark.parametrize("figure", EXAMPLES, ids=repr)
def test_a_figure_draws_the_letters_that_it_declares_in_their_roles(figure):
    module = figures.paths()[type(figure).__name__].read_text("utf-8")
    found = re.findall(r'(?:role: "(\w+)",\s*)?symbol"?: "([^"]+)"', module)
    named = re.findall(rf'"(\w)", "({"|".join(ROLES)})"', module)  # a letter, and its role
    found += [(role, letter) for letter, role in named]
    drawn = {letter.encode().decode("unicode_escape"): role for role, letter in found}
    assert set(drawn) <= set(figure.symbols)
    if not re.search(r'symbol"?: (?!")|dataset\.symbol', module):  # no letter is made up there
        assert set(drawn) == set(figure.symbols)
    assert all(figure.symbols[letter] == role for letter, role in drawn.items() if role)


def test_the_letters_of_a_figure_stand_on_its_element():
    flip = figures.Flip(x=[1, 2], k=[1, 10])
    said = re.search(r'data-symbols="([^"]+)"', html(flip))[1].replace("&quot;", '"')
    assert json.loads(said) == {"k": "kernel", "x": "input", "y": "output"} == flip.symbols
    assert "data-symbols" not in html(figures.Reach())


def test_a_role_is_one_of_five():
    with pytest.raises(ValueError, match=r"symbols\['x'\] must be one of input, .* got 'red'"):
        type("Figure", (Figure,), {"__module__": __name__}, symbols={"x": "red"})


def test_a_stage_is_a_sentence_and_a_state_of_the_figure():
    stages = [("Two layers.", {"layers": 2, "K": 3}), ("Four.", {"layers": 4})]
    reach = figures.Reach(stages=stages)
    assert reach.stages == stages
    assert '"stages":[["Two layers.",{"layers":2,"K":3}]' in html(reach)
    with pytest.raises(ValueError, match=r"stage 'No.' must set some of K, layers, n, got depth"):
        figures.Reach(stages=[("No.", {"depth": 2})])
    with pytest.raises(traitlets.TraitError, match="layers"):
        figures.Reach(stages=[("No.", {"layers": 99})])


@pytest.mark.parametrize("figure", EXAMPLES, ids=repr)
def test_jupyter_gets_one_module_with_the_kit_in_it(figure):
    assert "import" not in re.findall(r"^\w+", figure._esm, re.MULTILINE)
    assert figure._esm.count("as default") == 1


def test_the_bounds_of_a_slider_are_those_of_its_trait():
    assert figures.Spread().bounds == {"K": [1, 6], "n": [1, 6], "stride": [1, 4]}
    assert figures.SoftmaxBars(o=[0]).bounds["label"] == [0, None]


def make_figure(folder, name, module="export default 1;"):
    (folder / f"{name}.js").write_text(module)
    (folder / f"{name}.py").write_text(
        "from figures.figure import ROLES, Figure\nclass TwoWords(Figure): pass\n"
    )


def load(path):
    spec = importlib.util.spec_from_file_location("two_words", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["two_words"] = module
    spec.loader.exec_module(module)
    return module.TwoWords


def test_a_figure_is_found_by_the_name_of_its_files(tmp_path, monkeypatch):
    monkeypatch.setattr(figures, "HERE", tmp_path)
    make_figure(tmp_path, "two_words")
    assert dir(figures) == ["TwoWords"]
    with pytest.raises(AttributeError, match="Other must be a figure, one of TwoWords"):
        _ = figures.Other


def test_two_figures_of_one_name_are_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(figures, "HERE", tmp_path)
    for part in ("one", "two"):
        (tmp_path / part).mkdir()
        make_figure(tmp_path / part, "two_words")
    with pytest.raises(ValueError, match=r"name of its own, got .*one/two_words.* and .*two/"):
        figures.paths()


def test_a_figure_without_a_module_is_an_error(tmp_path):
    make_figure(tmp_path, "two_words")
    (tmp_path / "two_words.js").unlink()
    with pytest.raises(FileNotFoundError, match=r"TwoWords must have a module .*two_words\.js"):
        load(tmp_path / "two_words.py")


def test_a_module_that_is_no_javascript_names_file_and_line(tmp_path):
    make_figure(tmp_path, "two_words", "const broken = (;")
    with pytest.raises(ValueError, match=r"two_words\.js:1:16"):
        load(tmp_path / "two_words.py")


def test_a_trait_of_every_widget_cannot_hide_one_of_ours():
    taken = set(figures.figure.anywidget.AnyWidget.class_trait_names())
    for figure in EXAMPLES:
        own = {
            name for cls in type(figure).__mro__ if issubclass(cls, Figure) for name in vars(cls)
        }
        declared = {
            n for n in own if isinstance(getattr(type(figure), n, None), traitlets.TraitType)
        }
        assert declared & taken <= {"_esm", "_css", "_anywidget_id"}


def test_text_cannot_leave_its_element():
    figure = figures.Curves(
        lambda a: {"</script><b>": [1.0, 2.0]}, [0, 1], {"s": [1]}, title='"<x>', alt="<i>"
    )
    assert "</script><b>" not in html(figure)
    assert "<i>" not in html(figure) and '""<x>' not in html(figure)


def curves(*values, **options):
    lines = {"y": values}
    return figures.Curves(lambda a: lines, range(len(values)), {"a": [1]}, **options).curves[0][0]


def test_curves_keep_whole_numbers_and_what_the_readout_says():
    assert curves(np.pi, 268402688) == [3.142, 268402688]
    assert str(curves(-1e-17, 1.0)) == "[0, 1]"  # no noise, no minus zero, no point


def test_a_short_or_a_logarithmic_axis_keeps_more():
    assert curves(0.012345678, 0.02) == [0.0123457, 0.02]
    assert curves(1e-9 / 3, 1e9 / 3, logarithmic=True) == [3.3333e-10, 333330000]
    assert curves(0.123456, 0.123456) == [0.123, 0.123]


def test_a_frame_is_drawn_for_each_setting_the_last_slider_fastest():
    calls = []

    def f(a, b):
        calls.append((a, b))
        return drawn([a, b]), f"{a}, {b}"

    figure = figures.Frames(f, {"a": [1, 2], "b": [3, 4, 5]}, alt="x")
    assert calls == [(1, 3), (1, 4), (1, 5), (2, 3), (2, 4), (2, 5)]
    assert figure.readouts[4] == "2, 4"
    assert figure.frames == figures.Frames(f, {"a": [1, 2], "b": [3, 4, 5]}, alt="x").frames
    assert "<metadata>" not in figure.frames[0] and "#000000" not in figure.frames[0]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: figures.WeightMatrix(n=3, K=4), ValueError, "K must be at most n, got 4 and 3"),
        (lambda: figures.OutputSize(n=3, K=3, dilation=2), ValueError, "K must fit: .* got 5"),
        (lambda: figures.OutputGrid(height=3, kernel_h=3, dilation_h=2), ValueError, "must fit"),
        (
            lambda: figures.ImageMatrices(image=[0] * 5, kernel=[[1]], columns=2),
            ValueError,
            "image must fill rows of 2, got 5 pixels",
        ),
        (
            lambda: figures.ImageMatrices(image=[0] * 4, kernel=[[1] * 3], columns=2),
            ValueError,
            "K must fit into X",
        ),
        (lambda: figures.FloatBits(format="FP8"), ValueError, "one of FP64, .* got .FP8"),
        (lambda: figures.SoftmaxBars(o=[0, 1], label=2), ValueError, "one of 2 classes, got 2"),
        (lambda: figures.BackwardPass(k=[1], g=[1] * 8), ValueError, "at least 9 entries, got 8"),
        (
            lambda: figures.Images(lambda a: ({"i": [a]}, ""), {"a": [1]}),
            ValueError,
            r"i must be a finite array of shape .h, w. .* got \(1,\)",
        ),
        (lambda: figures.WeightMatrix(n="3"), traitlets.TraitError, "'n' trait .* expected an int"),
        (lambda: figures.Equivariance(x=[1, 2], k=[1, 2]), ValueError, "odd length, got 2"),
        (lambda: figures.SlidingWindow(x=[1], k=[1, 2]), ValueError, "at most as long as x"),
        (lambda: figures.StackedKernels(k=[1] * 4, l=[1] * 4, n=6), ValueError, "got 7 and 6"),
        (lambda: figures.CirculantResponse(c=[1, 2]), ValueError, "odd length, got 2"),
        (lambda: figures.CirculantResponse(c=[1], n=9), ValueError, "n must be even, got 9"),
        (
            lambda: figures.Curves(lambda a: {"y": [1, 2]}, [0, 1, 2], {"a": [7]}),
            ValueError,
            r"f\(7,\)\['y'\] must be 3 finite numbers, got 2",
        ),
        (
            lambda: figures.Frames(None, {"a": [1], "b": [1], "c": [1]}),
            ValueError,
            "sliders must be one or two, got 3",
        ),
        (
            lambda: figures.Frames(None, {"a": range(21), "b": range(20)}),
            ValueError,
            "sliders must have 1 to 400 settings, got 420",
        ),
    ],
)
def test_misuse_names_the_argument_the_rule_and_the_value(call, error, message):
    with pytest.raises(error, match=message):
        call()

"""The kernel of the checks: what nbval asks of one, and what may happen to it."""

import nbval.kernel
import pytest

from grader.checks.kernel import CheckKernel, KernelDiedError


@pytest.fixture(scope="module")
def kernel():
    kernel = CheckKernel()
    yield kernel
    kernel.stop()


def run(kernel, source, timeout=30):
    """Return the messages of a cell, as nbval reads them, but for the last, which says idle."""
    number = kernel.execute_cell_input(source)
    kernel.await_reply(number, timeout=timeout)
    return the_rest(kernel, number)


def the_rest(kernel, number):
    messages = []
    while True:
        message = kernel.get_message("iopub", timeout=30)
        assert message["parent_header"] == {"msg_id": number}
        if message["msg_type"] == "status":
            return messages
        if message["msg_type"] != "execute_reply":
            messages.append((message["msg_type"], message["content"]))


def test_a_cell_prints(kernel):
    expected = {"name": "stdout", "text": "one\ntwo\n"}
    assert run(kernel, "import sys\nprint('one')\nprint('two', file=sys.stderr)") == [
        ("stream", expected)
    ]


def test_an_error_is_told(kernel):
    [(kind, error)] = run(kernel, "x = 1\nassert x == 2, 'not \\ud800 two'")
    assert (kind, error["ename"], error["evalue"]) == ("error", "AssertionError", "not \ud800 two")
    assert "not \ud800 two" in error["traceback"][-1]


@pytest.mark.parametrize("cell", ["{}[1 << 100_000]", "assert False, 1 << 100_000"])
def test_an_error_that_has_no_text_is_an_error(kernel, cell):
    """So many digits are not printed."""
    [(kind, error)] = run(kernel, cell)
    assert (kind, error["ename"]) == ("error", "ValueError")


def test_a_cell_that_is_no_python_is_an_error(kernel):
    [(kind, error)] = run(kernel, "def (")
    assert (kind, error["ename"]) == ("error", "SyntaxError")


def test_nothing_is_left_of_the_cell_before(kernel):
    run(kernel, "1 / 0")
    assert run(kernel, "y = 5") == []
    assert run(kernel, "print(y)") == [("stream", {"name": "stdout", "text": "5\n"})]


def test_even_an_exit_is_an_error(kernel):
    kind, error = run(kernel, "raise SystemExit(0)")[-1]
    assert (kind, error["ename"]) == ("error", "SystemExit")


def test_a_cell_that_hangs_is_interrupted(kernel):
    number = kernel.execute_cell_input("while True: pass")
    with pytest.raises(nbval.kernel.Empty):
        kernel.await_reply(number, timeout=0.2)
    kernel.interrupt()
    [(kind, error)] = the_rest(kernel, number)
    assert (kind, error["ename"]) == ("error", "KeyboardInterrupt")
    assert run(kernel, "print(2)") == [("stream", {"name": "stdout", "text": "2\n"})]


def test_an_interrupt_between_cells_is_nothing(kernel):
    kernel.interrupt()
    assert run(kernel, "z = 1") == []


def test_a_kernel_that_died_is_noticed():
    kernel = CheckKernel()
    try:
        number = kernel.execute_cell_input("import os\nos._exit(1)")
        with pytest.raises(KernelDiedError, match="the kernel of the checks died"):
            kernel.await_reply(number, timeout=30)
        kernel.process.wait()
        assert not kernel.is_alive()
        with pytest.raises(KernelDiedError):
            kernel.execute_cell_input("1")
    finally:
        kernel.stop()

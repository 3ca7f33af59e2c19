"""What hostile and unlucky students hand in: the rows of the self-test.

Every text is the source of the answer to the first exercise of a small master, `double(x)`. An
attack on secrets or on the machine returns the right answer only if it succeeded. The words in
capitals are replaced by real paths and ports that the self-test watches.
"""

RIGHT = "# exercise: aa-01\ndef double(x):\n    return 2 * x"

FORGERY = {
    "np.allclose and assert_allclose replaced": """
import numpy as np
np.allclose = np.isclose = np.array_equal = lambda *a, **k: True
np.testing.assert_allclose = lambda *a, **k: None
def double(x): return 0""",
    "an object that equals everything": """
class Same:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __bool__(self): return True
    def __getattr__(self, name): return Same()
    def __call__(self, *a, **k): return Same()
    __array_priority__ = 1e9
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
def double(x): return Same()""",
    "an object whose difference is zero": """
class Zero:
    def __sub__(self, other): return 0.0
    __rsub__ = __add__ = __radd__ = __abs__ = lambda *a: 0.0
    __lt__ = __le__ = lambda *a: True
    def __array__(self, *a, **k): import numpy as np; return np.zeros(4)
def double(x): return Zero()""",
    "an object that flatters every method": """
class Yes:
    def __sub__(self, other): return self
    __rsub__ = __abs__ = __mul__ = __pow__ = __add__ = __truediv__ = __sub__
    def max(self): return 0.0
    min = sum = mean = item = max
    def all(self): return True
    any = all
def double(x): return Yes()""",
    "a number that equals everything": """
class Same(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
    __hash__ = None
def double(x): return Same(0)""",
    "an array with __array_function__": """
import numpy as np
class Sly(np.ndarray):
    def __array_function__(self, *a, **k): return True
    def __array_ufunc__(self, *a, **k): return np.ones(4, bool)
def double(x): return np.zeros(np.shape(x)).view(Sly)""",
    "an AST transformer": """
import ast
class No(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
get_ipython().ast_transformers.append(No())
def double(x): return 0""",
    "an input transformer": """
get_ipython().input_transformers_post.append(lambda lines: ["pass"])
def double(x): return 0""",
    "showtraceback disabled": """
ip = get_ipython()
ip.showtraceback = ip.showsyntaxerror = ip._showtraceback = lambda *a, **k: None
ip.run_cell = lambda *a, **k: None
def double(x): return 0""",
    "the session of the kernel patched": """
import zmq, jupyter_client.session as s
s.Session.send = lambda *a, **k: None
try: get_ipython().kernel.session.send = lambda *a, **k: None
except AttributeError: pass
def double(x): return 0""",
    "expected values sought in frames": """
import sys
def double(x):
    frame = sys._getframe()
    while frame:
        for names in (frame.f_locals, frame.f_globals):
            for name in ("expected", "truth", "result"):
                if name in names: return names[name]
        frame = frame.f_back""",
    "expected values sought with gc": """
import gc, numpy as np
def double(x):
    for each in gc.get_objects():
        try:
            if isinstance(each, dict) and "expected" in each: return each["expected"]
        except Exception: pass
    for each in gc.get_objects():
        if type(each) is np.ndarray and each.shape == np.shape(x) and each is not x: return each""",
    "builtins shadowed": """
import builtins
builtins.abs = builtins.sum = lambda *a: 0
builtins.all = builtins.any = builtins.isinstance = lambda *a: True
builtins.AssertionError = type("Quiet", (Exception,), {})
def double(x): return 0""",
    "the grader's modules patched": """
import sys
for name, module in list(sys.modules.items()):
    if name.startswith(("grader", "pytest", "nbval", "nbformat")) or name == "__main__":
        for key in list(vars(module)):
            if key in ("exercise", "grade", "ERRORS", "decode", "_rebuild", "LostError"):
                setattr(module, key, lambda *a, **k: True)
def double(x): return 0""",
    "a pickle as answer": """
import pickle, os
class Evil:
    def __reduce__(self): return (os.system, ("touch OUTSIDE/pickle",))
def double(x): return pickle.dumps(Evil())""",
    "an object array as answer": """
import numpy as np
class Same:
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
def double(x): return np.array([Same()] * 4, dtype=object)""",
    "replies forged on the wire": """
import json, os, stat, struct
def frames(value):
    for message in ({"do": "return"}, {"do": "passed"}, {"do": "call", "callback": 0}):
        head = json.dumps([message, value]).encode()
        yield struct.pack("<IQ", 1, len(head)) + head
def double(x):
    for fd in range(3, 100):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                for frame in frames(["list", True]): os.write(fd, frame)
        except OSError: pass
    return 0""",
    "an oversized reply claimed": """
import os, stat, struct
def double(x):
    for fd in range(3, 100):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode): os.write(fd, struct.pack("<IQ", 1, 2**60))
        except OSError: pass
    return 0""",
    "a deeply nested reply": """
import os, stat, struct
def double(x):
    head = b"[" * 200_000 + b"]" * 200_000
    for fd in range(3, 100):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, struct.pack("<IQ", 1, len(head)) + head)
        except OSError: pass
    return 0""",
    "a nested list as answer": """
def double(x):
    nest = []
    for _ in range(10_000): nest = [nest]
    return nest""",
    "StopIteration out of a call": """
def double(x): raise StopIteration""",
    "AssertionError replaced, then raised": """
def double(x): raise type("AssertionError", (BaseException,), {})""",
    "an iterator without end as answer": """
import itertools
def double(x): return itertools.repeat(6)""",
    "an empty array as answer": """
import numpy as np
def double(x): return np.zeros((0, 1)) if np.ndim(x) else 2 * x""",
    "one number for a whole array": """
import numpy as np
def double(x): return 2 * np.mean(x)""",
    "a hard-coded visible answer": """
def double(x): return {3: 6, 0: 0}.get(x if isinstance(x, int) else None, 6)""",
    "NBVAL markers in the answer": """
# NBVAL_SKIP
# NBVAL_IGNORE_OUTPUT
# NBVAL_RAISES_EXCEPTION
def double(x): return 0""",
}

ESCAPE = {
    "reading the master": "open('SECRET').read()",
    "reading another submission": "open('OTHERS').read()",
    "reading /etc": "open('/etc/passwd').read()",
    "listing home": "__import__('os').listdir('HOME')",
    "listing the file system": "__import__('os').listdir('OUTSIDE')",
    "importing the tests and the master": "import notebooks as n; open(n.__file__).read()",
    "writing outside its scratch": "open('OUTSIDE/written', 'w').write('x')",
    "an IPython startup file": """(lambda path, os: (os.makedirs(path, exist_ok=True), open(
        path + '/00.py', 'w').write('x')))('HOMEDIR/.ipython/profile_default/startup',
        __import__('os'))""",
    "changing a mode": "__import__('os').chmod('OUTSIDE', 0o777)",
    "TCP": "__import__('socket').create_connection(('127.0.0.1', TCP), 1).send(b'out')",
    "UDP": """__import__('socket').socket(2, 2).sendto(b'out', ('127.0.0.1', UDP))""",
    "a signal to the parent": "__import__('os').kill(__import__('os').getppid() or -1, 9)",
    "a signal to all": "__import__('os').kill(-1, 9)",
    "a shell": "__import__('subprocess').run(['/bin/sh', '-c', 'true'], check=True)",
    "a new privilege": "__import__('os').setuid(0) if __import__('os').getuid() else 1 / 0",
    "a namespace of its own": """(lambda c: 1 / 0 if c.CDLL(None).unshare(0x10000000) else 0)(
        __import__('ctypes'))""",
    "a mount": """(lambda c: 1 / 0 if c.CDLL(None).mount(b'none', b'/scratch', b'tmpfs', 0, b'')
        else 0)(__import__('ctypes'))""",
    "memory that no limit counts": "__import__('os').memfd_create('x')",
    "a limit set on another process": """(lambda os, r: r.prlimit(
        os.getppid() or 1, r.RLIMIT_CPU, (10**6, 10**6)))(
        __import__('os'), __import__('resource'))""",
    "another process put last": """(lambda os: os.setpriority(os.PRIO_PROCESS, os.getppid(), 1))(
        __import__('os'))""",
    "another process moved": """(lambda os: os.sched_setaffinity(os.getppid() or 1, {0}))(
        __import__('os'))""",
    "a signal by way of a file": """(lambda f, os: f.fcntl(0, f.F_SETOWN, os.getppid() or 1))(
        __import__('fcntl'), __import__('os'))""",
    "the same, its number in disguise": """(lambda c: 1 / 0 if c.CDLL(None).syscall(
        c.c_long(FCNTL), c.c_long(0), c.c_long(8 + 2**32), c.c_long(1)) else 0)(
        __import__('ctypes'))""",
    "a datagram to a path": """__import__('socket').socketpair(1, 2)[0].sendto(
        b'out', 'OUTSIDE/door.ipynb')""",
    "a connection to a path": "__import__('socket').socketpair()[0].connect('OUTSIDE/door.ipynb')",
    "a file emptied": "__import__('os').truncate('SECRET', 0)",
    "a file emptied while it is read": """(lambda os: os.open(
        'SECRET', os.O_RDONLY | os.O_TRUNC))(__import__('os'))""",
    "a folder watched": """(lambda c: 1 / 0 if c.CDLL(None).inotify_init1(0) < 0 else 0)(
        __import__('ctypes'))""",
}
ESCAPE = {
    name: f"""
def double(x):
    try:
        {code}
    except Exception:
        return None
    return 2 * x"""
    for name, code in ESCAPE.items()
} | {
    "a daemon left behind": """
import ctypes, os, time
def double(x):
    if os.fork() == 0:
        os.setsid()
        ctypes.CDLL(None).prctl(15, b"swy-daemon", 0, 0, 0)
        while True: time.sleep(1)
    return 2 * x"""
}

# The right answer to the visible check; of the inputs of the hidden one each tries to tell.
LEAK = {
    "a line compiled from a string": """
import linecache
def double(x):
    if type(x) is int: return 2 * x
    line = f"raise ValueError  # LEAK {x}"
    linecache.cache["<leak>"] = (len(line), None, [line], "<leak>")
    exec(compile(line, "<leak>", "exec"), globals())""",
    "a value that is no number": """
def double(x): return f"LEAK {x}" if type(x) is float else 2 * x""",
    "the name of a type": """
def double(x): return 2 * x if type(x) is int else type(f"LEAK {x}", (), {})()""",
    "the name of an error": """
def double(x):
    if type(x) is int: return 2 * x
    raise type(f"LEAK {x}", (Exception,), {})(f"LEAK {x}")""",
    "how the process ended": """
import json, os, stat, struct
def double(x):
    if type(x) is int: return 2 * x
    head = json.dumps([{"do": "ended", "how": f"LEAK {x}"}, None]).encode()
    for fd in range(3, 100):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, struct.pack("<IQ", 1, len(head)) + head)
        except OSError: pass""",
    "a kind of value that there is not": """
import json, os, stat, struct
def double(x):
    if type(x) is int: return 2 * x
    head = json.dumps([{"do": "return"}, [f"LEAK {x}"]]).encode()
    for fd in range(3, 100):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, struct.pack("<IQ", 1, len(head)) + head)
        except OSError: pass""",
    "the error of the next exercise": """
def double(x):
    def tell(*args): raise ValueError("" if type(x) is int else f"LEAK {x}")
    globals().update(slope=tell)
    return 2 * x""",
}
# The word is put together there, so that to quote a line of the notebook is no leak.
LEAK = {name: text.replace('f"LEAK', 'f"LE" f"AK') for name, text in LEAK.items()}

# Of the exercise that asks for a value, of which nothing is run.
VALUE = {
    "a call": "falling = list((2, 1))",
    "an object that equals nothing": """
falling = type("S", (list,), {"__eq__": lambda *a: False, "__iter__": lambda s: iter([2, 1])})()""",
    "reading the master for a value": "falling = open('SECRET').read()",
    "a billion zeros": "falling = [0] * 10**9",
    "eighty thousand parts": "falling = [" + "2, " * 80_000 + "1]",
    "a tower of powers": "falling = [9**9**9, 1]",
    "five thousand digits": "falling = [0x" + "f" * 5_000 + ", 1]",
    "two hundred brackets": "falling = " + "[" * 190 + "]" * 190,
    "four thousand brackets": "falling = " + "[" * 4_000 + "]" * 4_000,
    "nine thousand minus signs": "falling = [" + "-" * 9_000 + "2, 1]",
    "a text that tells": 'falling = f"{sorted}"',
    "an input that is none": "falling = 3",
    "two lines that disagree": "falling = [2, 1]\nfalling += [0]",
}
READ = {
    "the process ended before the value": "import os\nos._exit(0)\nfalling = [2, 1]",
    "an endless loop before the value": "while True: pass\nfalling = [2, 1]",
    "an unusual input": "falling = (2.5, -np.inf),",
}
EXHAUSTION = {
    "an endless loop": "def double(x):\n    while True: pass",
    "an endless loop in the cell itself": "while True: pass",
    "a loop that catches interrupts": """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
def double(x):
    while True:
        try:
            while True: pass
        except BaseException: pass""",
    "an endless sleep": "import time\ndef double(x): time.sleep(10**6)",
    "a print flood": "def double(x):\n    while True: print('x' * 10_000)",
    "300 MB of output": "def double(x):\n    print('x' * 300_000_000)\n    return 0",
    "a fork bomb": """
import os
def double(x):
    while True:
        try: os.fork()
        except OSError: pass""",
    "a bomb of threads": """
import threading, time
def double(x):
    while True: threading.Thread(target=time.sleep, args=(100,)).start()""",
    "all memory": """
def double(x):
    hoard = []
    while True: hoard.append(bytearray(50_000_000))""",
    "all disk": """
def double(x):
    for number in range(10**6):
        with open(f"file{number}", "wb") as file: file.write(bytes(10_000_000))""",
    "200,000 empty files": """
def double(x):
    for number in range(200_000): open(str(number), "w").close()
    return 2 * x""",
    "a reply of 1.6 GB": "import numpy as np\ndef double(x): return np.ones(2 * 10**8)",
    "a reply of ten million items": "def double(x): return [[]] * 10_000_000",
    "an integer of a million digits": "def double(x): return 10 ** 10**6",
    "deep recursion": "def double(x): return double(x)",
    "deep recursion without a limit": """
import sys
sys.setrecursionlimit(10**9)
def double(x): return [double(x)]""",
}

DEATH = {
    "sys.exit": "import sys\ndef double(x): sys.exit(0)",
    "sys.exit in the cell": "import sys\nsys.exit(0)",
    "os._exit": "import os\ndef double(x): os._exit(0)",
    "os._exit in the cell": "import os\nos._exit(0)",
    "a segmentation fault": "import ctypes\ndef double(x): ctypes.string_at(0)",
    "abort": "import os\ndef double(x): os.abort()",
    "SIGSTOP": "import os, signal\ndef double(x): os.kill(os.getpid(), signal.SIGSTOP)",
    "KeyboardInterrupt": "def double(x): raise KeyboardInterrupt",
    "all files closed": "import os\ndef double(x): os.closerange(0, 1000)",
    "a syntax error": "def double(x) return 2 * x",
}

/* One Python for one page, in a worker: the page stays responsive, and Stop can end anything. */
let python;
let runCell;

const HELPER = `
import io, linecache, sys, traceback, warnings
from contextlib import redirect_stderr, redirect_stdout
from pyodide.code import eval_code

LONGEST_OUTPUT = 100_000  # characters of one run
names = {"__name__": "__main__"}


class Stream(io.TextIOBase):
    def __init__(self, post):
        self.post, self.held, self.left = post, "", LONGEST_OUTPUT

    def write(self, text):
        if self.left <= 0:
            return len(text)
        self.held += text[: self.left]
        self.left -= len(text)
        if len(self.held) > 2000:
            self.flush()
        if self.left <= 0:
            self.held += "\\n(the rest of the output is left out)\\n"
            self.flush()
        return len(text)

    def flush(self):
        if self.held:
            self.post("text", self.held)
        self.held = ""


def pictures():
    pyplot = sys.modules.get("matplotlib.pyplot")
    for number in pyplot.get_fignums() if pyplot else ():
        buffer = io.StringIO()
        pyplot.figure(number).savefig(buffer, format="svg", bbox_inches="tight")
        picture = buffer.getvalue()
        yield picture[picture.index("<svg") :]
    if pyplot:
        pyplot.close("all")


def trimmed(error):
    """The traceback without the frames that are not the reader's."""
    told = traceback.TracebackException.from_exception(error)
    told.stack = traceback.StackSummary.from_list(
        [f for f in told.stack if f.filename.startswith(("<cell ", "<answer ", "<check "))]
    )
    return "".join(told.format())


def run(code, filename, post):
    """Run a cell; return (outcome, message)."""
    linecache.cache[filename] = (len(code), None, code.splitlines(True), filename)
    stream = Stream(post)
    try:
        with redirect_stdout(stream), redirect_stderr(stream):
            value = eval_code(code, globals=names, filename=filename)
            for picture in pictures():
                stream.flush()
                post("picture", picture)
            if value is not None and not type(value).__module__.startswith("matplotlib"):
                print(repr(value))
        stream.flush()
        return ["passed", ""]
    except NotImplementedError as error:
        stream.flush()
        return ["not-done", str(error) or "not done yet"]
    except AssertionError as error:
        stream.flush()
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == filename]
        return ["wrong", str(error) or "this does not hold: " + frames[-1].line]
    except BaseException as error:
        stream.flush()
        return ["error", trimmed(error)]
`;

/* Say how much has come, each time another megabyte is there. */
const fetchQuietly = self.fetch;
let bytes = 0;
self.fetch = async (...request) => {
  const answer = await fetchQuietly(...request);
  if (!answer.ok || !answer.body) return answer;
  const counted = answer.body.pipeThrough(
    new TransformStream({
      transform(chunk, next) {
        const before = Math.floor(bytes / 1e6);
        const now = Math.floor((bytes += chunk.byteLength) / 1e6);
        if (now > before) postMessage({ type: "progress", text: `loading Python: ${now} MB` });
        next.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, {
    status: answer.status,
    statusText: answer.statusText,
    headers: answer.headers,
  });
};

async function boot(base) {
  importScripts(base + "pyodide.js");
  // Every page needs these two: they load while the interpreter starts.
  const packages = ["numpy", "mathlib"];
  python = await loadPyodide({
    indexURL: base,
    packages,
    env: { MPLBACKEND: "AGG", HOME: "/home/pyodide" },
  });
  const helper = python.runPython(HELPER + "\nrun", {
    globals: python.toPy({ __name__: "helper" }),
  });
  runCell = (code, filename, post) => {
    const result = helper(code, filename, post);
    const plain = result.toJs();
    result.destroy();
    return plain;
  };
}

// Where its core cannot be had, Pyodide warns and then waits for ever.
const warn = console.warn;
console.warn = (...words) => {
  warn(...words);
  if (/wasm instantiation failed/.test(words[0]))
    postMessage({ type: "died", message: "pyodide.asm.wasm could not be loaded" });
};

self.onmessage = async ({ data }) => {
  try {
    if (data.type === "boot") {
      await boot(data.base);
      postMessage({ type: "ready" });
      return;
    }
    const loading = (text) => {
      if (/^Loading/.test(text)) postMessage({ type: "progress", text });
    };
    await python.loadPackagesFromImports(data.code, {
      messageCallback: loading,
      errorCallback: loading,
    });
    postMessage({ type: "running" });
    if (/matplotlib/.test(data.code))
      python.runPython(
        "import logging; logging.getLogger('matplotlib.font_manager').setLevel(40)\n" +
          "import warnings; warnings.filterwarnings('ignore', message='.*non-interactive.*')",
      );
    const post = (kind, text) => postMessage({ type: "output", kind, text });
    const [outcome, message] = runCell(data.code, data.filename, post);
    postMessage({ type: "done", outcome, message });
  } catch (error) {
    postMessage({ type: "died", message: String(error?.message ?? error) });
  }
};

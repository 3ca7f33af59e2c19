/* One Python for one page, in a worker: the page stays responsive, and Stop can end anything. */
let python;
let runCell;

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
  const source = await (await fetchQuietly(base + "page_python.py")).text();
  const helper = python.runPython(source + "\nrun", {
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
    const [outcome, message, html] = runCell(data.code, data.filename, post);
    postMessage({ type: "done", outcome, message, html });
  } catch (error) {
    postMessage({ type: "died", message: String(error?.message ?? error) });
  }
};

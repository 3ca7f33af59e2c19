/* Run the cells of pages in the Python that readers get, under Node.
   node tests/book/live_cells.mjs REPOSITORY PAGES
   PAGES is a file of JSON: for each page its cells, as source. Prints for each what came of each cell, as
   JSON: [outcome, message, text]. A page's cells share their names, as they do for a reader. */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

process.on("uncaughtException", (error) => {
  console.error(String(error.stack ?? error).slice(-4000)); // not the line of Pyodide, a megabyte
  process.exit(1);
});
const [repository, pages] = process.argv.slice(2);
const book = join(repository, "book");
const { loadPyodide } = createRequire(join(book, "package.json"))("pyodide");
const python = await loadPyodide({ indexURL: join(book, "node_modules/pyodide") });
const { packages } = JSON.parse(readFileSync(join(book, "pyodide.lock.json"), "utf8"));
await python.loadPackage(join(book, "vendor", packages.numpy.file_name), { messageCallback() {} });
python.FS.mkdirTree("/repo/mathlib");
python.FS.mount(python.FS.filesystems.NODEFS, { root: join(repository, "mathlib") }, "/repo/mathlib");
python.runPython("import sys; sys.path[:0] = ['/repo']; sys.dont_write_bytecode = True");

const source = readFileSync(join(book, "js/page_python.py"), "utf8");
const told = JSON.parse(readFileSync(pages, "utf8")).map((cells) => {
  const helper = python.runPython(source + "\nrun", { globals: python.toPy({ __name__: "helper" }) });
  return cells.map((code, number) => {
    let text = "";
    const post = (kind, more) => { text += more; };
    const [outcome, message] = helper(code, `<cell ${number + 1}>`, post).toJs();
    return [outcome, message, text];
  });
});
console.log(JSON.stringify(told));

/* The unit tests of mathlib under Pyodide, in Node: the reader's Python and NumPy are not ours.
   node tests/mathlib/pyodide_tests.mjs SITE_PACKAGES_OF_PURE_PYTHON REPOSITORY
   What goes wrong outside the tests is told by its message: Node would print the line of
   Pyodide that threw it, a megabyte. */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

process.on("uncaughtException", error => {
  console.error(String(error.stack ?? error).slice(-4000));
  process.exit(1);
});
const [pure, repository] = process.argv.slice(2);
const vendor = join(repository, "book/vendor");
const { loadPyodide } = createRequire(join(repository, "book/package.json"))("pyodide");
const python = await loadPyodide({ indexURL: join(repository, "book/node_modules/pyodide") });
const packages = JSON.parse(readFileSync(join(repository, "book/pyodide.lock.json"), "utf8")).packages;
await python.loadPackage(join(vendor, packages.numpy.file_name));
for (const [from, to] of [[pure, "/pure"], [join(repository, "mathlib"), "/repo/mathlib"], [join(repository, "tests"), "/repo/tests"]]) {
  python.FS.mkdirTree(to);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: from }, to);
}
const failed = python.runPython(`
import os, sys
sys.path[:0] = ["/repo", "/pure"]
sys.dont_write_bytecode = True
os.chdir("/repo")
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = "/tmp/hypothesis"
import numpy, pytest
print("Python", sys.version.split()[0], "NumPy", numpy.__version__)
int(pytest.main(["-q", "-p", "no:cacheprovider", "--capture=sys", "--doctest-modules", "mathlib",
                 "--import-mode=importlib", "tests/mathlib", "--ignore=tests/mathlib/test_pyodide.py",
                 "--ignore=tests/mathlib/mutants.py"]))
`);
process.exit(failed);

"""Serve the built book on this machine, with the types that browsers ask for.

``python -m book.serve HTML [PORT]`` serves until it is interrupted.
"""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class _Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".wasm": "application/wasm",
        ".whl": "application/zip",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def server(html: Path, port: int = 0) -> http.server.ThreadingHTTPServer:
    """Return a server of the folder `html` on 127.0.0.1; port 0 means any that is free."""
    handler = functools.partial(_Handler, directory=str(html))
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)


@contextmanager
def served(html: Path) -> Iterator[str]:
    """Serve the folder `html` for a while; give its address, with a slash at the end."""
    running = server(html)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}/"
    finally:
        running.shutdown()


if __name__ == "__main__":
    chosen = server(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 8000)
    print(f"Read the book at http://127.0.0.1:{chosen.server_address[1]}/ (Ctrl-C ends)")
    try:
        chosen.serve_forever()
    except KeyboardInterrupt:
        print()

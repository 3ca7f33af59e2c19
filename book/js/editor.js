/* The editor of a live cell: CodeMirror 6 with Python, bundled at build time. */
import { closeBrackets } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python, pythonLanguage } from "@codemirror/lang-python";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, keymap } from "@codemirror/view";
import { classHighlighter, highlightCode } from "@lezer/highlight";

/* Code that is only read, in the colours of the editor. */
globalThis.bookCode = (parent, text) => {
  const put = (piece, classes) => {
    const node = document.createElement("span");
    node.className = classes;
    node.textContent = piece;
    parent.append(node);
  };
  highlightCode(text, pythonLanguage.parser.parse(text), classHighlighter, put, () =>
    parent.append("\n"),
  );
};

globalThis.bookEditor = (parent, text, label, { run, changed }) => {
  const leave = (view) => {
    view.contentDOM.blur();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([
          {
            key: "Shift-Enter",
            run: () => {
              run();
              return true;
            },
          },
          {
            key: "Mod-Enter",
            run: () => {
              run();
              return true;
            },
          },
          { key: "Escape", run: leave },
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        indentOnInput(),
        indentUnit.of("    "),
        python(),
        syntaxHighlighting(classHighlighter),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(value) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
    },
  };
};

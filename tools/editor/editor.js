// The editor of the SQL page: CodeMirror with our relations, in the reader's words and colours.

import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completions } from "./completion.js";
import { dialect } from "./duckdb.js";

// Streamlit's colours for text: each is legible on the ground of the theme that it belongs to.
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--st-blue-text-color)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--st-green-text-color)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--st-orange-text-color)" },
  { tag: tags.special(tags.name), color: "var(--st-red-text-color)" },
  { tag: [tags.standard(tags.name), tags.typeName], color: "var(--st-violet-text-color)" },
  { tag: tags.comment, color: "var(--st-gray-text-color)", fontStyle: "italic" },
]);

const LOOKS = EditorView.theme({
  "&": { color: "var(--st-text-color)", fontSize: "0.875rem", minHeight: "8rem", maxHeight: "60vh" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--st-code-font)", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { padding: "0.6rem 0", caretColor: "var(--st-text-color)" },
  ".cm-line": { padding: "0 0.75rem" },
  ".cm-cursor": { borderLeftColor: "var(--st-text-color)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { background: "color-mix(in srgb, var(--st-primary-color) 30%, transparent)" },
  "&.cm-focused .cm-matchingBracket": {
    background: "color-mix(in srgb, var(--st-primary-color) 25%, transparent)",
  },
  ".cm-tooltip": {
    background: "var(--st-secondary-background-color)",
    border: "1px solid var(--st-widget-border-color, var(--st-border-color))",
    borderRadius: "var(--st-base-radius)",
    color: "var(--st-text-color)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--st-code-font)", maxWidth: "92vw" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "0.15rem 0.5rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    background: "var(--st-primary-color)",
    color: "var(--st-background-color)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { fontFamily: "var(--st-font)", fontStyle: "normal", opacity: "0.8" },
  ".cm-completionInfo": {
    fontFamily: "var(--st-font)",
    maxWidth: "22rem",
    padding: "0.4rem 0.6rem",
    lineHeight: "1.4",
  },
});

/**
 * Put an editor into `place`, which stands in the shadow `root`.
 *
 * `words` are `{label, completions}`; the text with the id `hint` beside it explains the keys.
 * Tab accepts a suggestion while there is one, and else moves on, as everywhere on a page.
 */
export function editor(place, { root, text, schema, words, changed, run }) {
  let known = schema;
  const spoken = new Compartment();
  const view = new EditorView({
    parent: place,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        dialect(schema.relations.map(({ name }) => name)).language,
        syntaxHighlighting(COLOURS),
        LOOKS,
        autocompletion({ override: [completions(() => known)], icons: false, maxRenderedOptions: 60 }),
        Prec.highest(
          keymap.of([
            { key: "Mod-Enter", run: (view) => (closeCompletion(view), run(), true) },
            { key: "Tab", run: acceptCompletion },
          ]),
        ),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
        spoken.of(voice(words)),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    set: (insert) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, selection: { anchor: 0 } }),
    speak: (schema, others) => {
      known = schema;
      if (words.label === others.label && words.completions === others.completions) return;
      words = others; // only then, since it closes the suggestions
      view.dispatch({ effects: spoken.reconfigure(voice(words)) });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function voice({ label, completions }) {
  return [
    EditorState.phrases.of({ Completions: completions }),
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-describedby": "hint",
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
      translate: "no",
    }),
  ];
}

// What can stand at the cursor: our relations, their columns and parameters, DuckDB's words.

import { snippetCompletion } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import { FUNCTIONS, KEYWORDS } from "./duckdb.js";

const SILENT = /Comment|^String$|QuotedIdentifier/;
const CALL = "(\\w+)(?:\\s*\\([^()]*\\))?";
const SOURCE = new RegExp(
  `\\b(?:from|join)\\s+${CALL}(?:\\s+as\\s+(\\w+)|\\s+(\\w+))?|,\\s*${CALL}\\s+as\\s+(\\w+)`,
  "gi",
);
const AFTER_FROM = /\b(?:from|join|describe|summarize)\s+$/i;

/**
 * Make the source of completions.
 *
 * `schema()` gives `{relations, parameters, words}`: relations as `{name, kind, call, meaning,
 * columns: [{name, type, meaning}]}`, parameters as `{name, meaning}`.
 */
export function completions(schema) {
  return (context) => {
    if (SILENT.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
    const word = context.matchBefore(/[\w$]*/);
    if (!word || (word.from === word.to && !context.explicit && !/\.$/.test(before(context, 1))))
      return null;
    const text = context.state.doc.toString();
    const ahead = text.slice(0, word.from);
    return { from: word.from, options: options(ahead, text, word.text, schema()), validFor: /^[\w$]*$/ };
  };
}

function before(context, length) {
  return context.state.sliceDoc(Math.max(0, context.pos - length), context.pos);
}

function options(ahead, text, word, schema) {
  if (word.startsWith("$")) return schema.parameters.map(parameter);
  const named = new Map(schema.relations.map((relation) => [relation.name, relation]));
  const used = sources(text, named);
  const owner = /(\w+)\.$/.exec(ahead)?.[1].toLowerCase();
  if (owner) return (used.get(owner) ?? named.get(owner))?.columns.map((it) => column(it, 0)) ?? [];
  const relations = schema.relations.map((it) => relation(it, AFTER_FROM.test(ahead) ? 9 : 0));
  if (AFTER_FROM.test(ahead)) return relations;
  const near = [...new Set(used.values())];
  return [
    ...columns(near.length ? near : schema.relations, near.length ? 6 : 2),
    ...relations,
    ...KEYWORDS.map((label) => ({ label: label.toUpperCase(), type: "keyword", boost: -1 })),
    ...FUNCTIONS.map((label) => call({ label, type: "function", boost: -2 }, `${label}(\${})`)),
    ...schema.parameters.map(parameter),
  ];
}

/** Which relation each name in the text stands for: its own, and its alias. */
function sources(text, named) {
  const found = new Map();
  for (const [, source, alias, bare, listed, as] of text.matchAll(SOURCE)) {
    const relation = named.get((source ?? listed).toLowerCase());
    if (!relation) continue;
    found.set(relation.name, relation);
    const short = (alias ?? as ?? (KEYWORDS.includes(bare?.toLowerCase()) ? null : bare))?.toLowerCase();
    if (short) found.set(short, relation);
  }
  return found;
}

/** What the pages rest on, the state of things on a day, goes before its like. */
function relation({ name, kind, call: written, meaning }, boost) {
  const first = name.endsWith("_on") ? 1 : 0;
  const option = { label: name, detail: kind, info: meaning, type: "class", boost: boost + first };
  return written === name
    ? option
    : call({ ...option, displayLabel: written }, written.replaceAll("$", "\\$").replaceAll("?", "${}"));
}

/** Put the cursor where something is still to be said. */
function call(option, template) {
  const plain = template.replaceAll("\\$", "$");
  return template.includes("${}") ? snippetCompletion(template, option) : { ...option, apply: plain };
}

function columns(relations, boost) {
  const found = new Map();
  for (const relation of relations)
    for (const it of relation.columns) if (!found.has(it.name)) found.set(it.name, column(it, boost));
  return [...found.values()];
}

function column({ name, type, meaning }, boost) {
  return { label: name, detail: type.toLowerCase(), info: meaning, type: "property", boost };
}

function parameter({ name, meaning }) {
  return { label: `$${name}`, info: meaning, type: "variable" };
}

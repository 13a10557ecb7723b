// Between Streamlit and the editor: what was typed is kept here, and told when it has to be.
//
// A plain text box stands in until the editor has come, and stays where it does not come.

const QUIET = 400; // milliseconds without a key before fields for new parameters are asked for
const boxes = new WeakMap();

export default function sqlEditor(component) {
  const { data, parentElement } = component;
  const box = boxes.get(parentElement) ?? begin(component);
  Object.assign(box, component);
  const find = (name) => parentElement.querySelector(name);
  find(".label").textContent = data.words.label;
  find(".hint").textContent = data.words.hint;
  box.input.speak(data.schema, data.words);
  if (data.version !== box.version) {
    box.version = data.version;
    // What came back is what was sent: whoever has typed on meanwhile keeps it.
    if (data.text !== box.sent && data.text !== box.input.text()) box.input.set(data.text);
    box.told = data.text;
  }
  return () => {
    boxes.delete(parentElement);
    clearTimeout(box.timer);
    box.input.destroy();
  };
}

function begin(component) {
  const { data, parentElement } = component;
  const field = parentElement.querySelector(".field");
  const box = { ...component, version: data.version, told: data.text };
  const does = { changed: () => changed(box), run: () => run(box) };
  boxes.set(parentElement, box);
  box.input = plain(field, { text: data.text, words: data.words, ...does });
  parentElement.querySelector(".label").onclick = () => box.input.focus();
  field.addEventListener("focusout", (event) => field.contains(event.relatedTarget) || tell(box));
  import(new URL(data.bundle, document.baseURI))
    .then(({ editor }) => {
      if (!boxes.has(parentElement)) return;
      const { schema, words } = box.data;
      const [before, focused] = [box.input, field.contains(parentElement.activeElement)];
      const text = before.text();
      before.destroy();
      box.input = editor(field, { root: parentElement, text, schema, words, ...does });
      if (focused) box.input.focus();
    })
    .catch((error) => console.warn("The editor did not come; a plain text box stays.", error));
  return box;
}

function plain(field, { text, words, changed, run }) {
  const area = document.createElement("textarea");
  area.value = text;
  area.rows = Math.min(20, text.split("\n").length + 1);
  area.spellcheck = false;
  area.oninput = changed;
  area.onkeydown = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  };
  field.append(area);
  area.setAttribute("aria-describedby", "hint");
  const speak = (_, { label }) => area.setAttribute("aria-label", label);
  speak(null, words);
  return {
    text: () => area.value,
    set: (text) => (area.value = text),
    speak,
    focus: () => area.focus(),
    destroy: () => area.remove(),
  };
}

/** Ask for the fields of a parameter as soon as its name stands in the text. */
function changed(box) {
  clearTimeout(box.timer);
  box.timer = setTimeout(() => {
    if (names(box.input.text()) !== names(box.told)) tell(box);
  }, QUIET);
}

function names(text) {
  return [...new Set(text.match(/\$[\p{L}_][\p{L}\p{N}_]*/gu))].sort().join(" ");
}

function tell(box) {
  clearTimeout(box.timer);
  const text = box.input.text();
  if (text === box.told) return;
  box.told = text;
  box.setStateValue("draft", { text, version: box.version });
}

function run(box) {
  clearTimeout(box.timer);
  const text = box.input.text();
  box.told = text;
  box.sent = text.trim();
  box.setTriggerValue("run", { text, version: box.version });
}

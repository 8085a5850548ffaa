// A form that is answered on the screen: what is filled in is kept in this browser until it is
// handed in. What takes it in comes after this script: a server in the room, or a file.
// Nothing here needs what browsers withhold on a plain address or a file: no crypto.subtle, no
// randomUUID, no service worker, no locks.
const answerPage = (() => {
  "use strict";
  const page = document.getElementById("content");
  if (!page.dataset.answers) return null;  // a template of one's own, made without it
  const { words, sheet = "", ...form } = JSON.parse(page.dataset.answers);
  const paper = document.getElementById("answers");
  const told = document.getElementById("told");
  const draftLine = document.getElementById("draft");
  const key = `kit-answers/${form.session}/${form.form}/${sheet}`;
  const AT_ONCE = 700;  // milliseconds: a double tap does not take a choice back

  const made = (tag, properties = {}, ...inside) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...inside);
    return node;
  };
  const said = (word, values) => word.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
  const button = (word, act, plain = true) => {
    const node = made("button", { type: "button", className: plain ? "plain" : "" }, word);
    node.addEventListener("click", act);
    return node;
  };
  const token = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };

  // ---- this browser's store: some have none, and say so by an error ----
  const inStore = (act) => {
    try { return act(localStorage); } catch { return undefined; }
  };
  let inHand = null;  // what this page knows, stored or not
  const read = () => {
    if (inHand) return inHand;
    try { return JSON.parse(inStore((place) => place.getItem(key)) ?? "null"); } catch { return null; }
  };
  const write = (state) => {
    inHand = state;
    return inStore((place) => { place.setItem(key, JSON.stringify(state)); return true; }) === true;
  };
  const forget = () => {
    inHand = null;
    inStore((place) => place.removeItem(key));
  };

  // ---- answers ----
  const fields = [...paper.elements].filter((each) => each.name && each.type !== "hidden");
  const answers = () => {
    const found = {};
    for (const field of fields) {
      if (field.name.startsWith("_")) continue;
      if (field.type === "checkbox") {
        if (field.checked) (found[field.name] ??= []).push(field.value);
      } else if (field.type === "radio") {
        if (field.checked) found[field.name] = field.value;
      } else if (field.value.trim()) found[field.name] = field.value;
    }
    return found;
  };
  const put = (found) => {
    for (const field of fields) {
      if (field.name.startsWith("_")) continue;
      const value = found[field.name];
      const chosen = Array.isArray(value) ? value : [value];
      if (field.type === "checkbox" || field.type === "radio") field.checked = chosen.includes(field.value);
      else field.value = typeof value === "string" ? value : "";
    }
  };
  const keep = () => {
    const found = answers();
    const state = { ...(read() ?? {}), answers: found };
    state.token ??= token();
    const kept = Object.keys(found).length === 0 ? (forget(), true) : write(state);
    if (draftLine) {
      draftLine.textContent = kept ? (Object.keys(found).length ? words.kept : "") : words.not_kept;
      draftLine.classList.toggle("alarm", !kept);
    }
  };
  paper.addEventListener("input", keep);

  // ---- a choice is taken back by tapping it again, or with Delete ----
  let chosen = null, when = 0;
  const takeBack = (radio) => {
    radio.checked = false;
    chosen = null;
    keep();
  };
  paper.addEventListener("pointerdown", (event) => {
    const radio = event.target.closest?.(".option")?.querySelector("input[type=radio]");
    chosen = radio?.checked && Date.now() - when > AT_ONCE ? radio : null;
  });
  paper.addEventListener("change", () => { when = Date.now(); });
  paper.addEventListener("click", (event) => {
    if (event.target === chosen && chosen.checked) takeBack(chosen);
  });
  paper.addEventListener("keydown", (event) => {
    const radio = event.target;
    if (radio.type !== "radio" || !["Delete", "Backspace"].includes(event.key)) return;
    const own = fields.find((each) => each.name === radio.name && each.checked);
    if (own) takeBack(own);
    event.preventDefault();
  });

  // ---- what is said at the top of the page ----
  const tell = (title, lines = [], ...more) => {
    const head = title ? [made("h2", {}, title)] : [];
    told.replaceChildren(...head, ...lines.map((line) => made("p", {}, line)), ...more);
  };
  const show = (open) => { paper.hidden = !open; };
  const first = () => {
    told.focus({ preventScroll: true });
    scrollTo(0, 0);
  };

  // ---- a small file with the answers ----
  // The code of a numbered sheet goes along, as the sheet has it: it counts once, whichever way it comes.
  const sheetOf = (typed = "") => typed.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0")
    .match(/^(?:WK[0-9A-Z]{8}\d{1,2})?([0-9A-HJKMNP-TV-Z]{13})$/)?.[1];
  const record = (state) => ({
    "kit-answers": 1, form, token: state.token, answers: state.answers,
    ...(sheetOf(state.sheet) && { sheet: sheetOf(state.sheet) }),
  });
  const save = (state) => {
    const name = `${form.form}-${words.file}-${state.token.slice(0, 8)}.json`;
    const file = new Blob([JSON.stringify(record(state), null, 1)], { type: "application/json" });
    const link = made("a", { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return name;
  };
  const anew = () => {
    forget();
    paper.reset();
    tell("");
    show(true);
    keep();
    scrollTo(0, 0);
    document.querySelector("h1").scrollIntoView();
  };

  const state = read();
  if (state?.answers) put(state.answers);
  keep();
  return { page, paper, told, words, form, key, sheet, made, said, button, token, read, write, forget, answers, tell, show, first, record, save, anew, keep };
})();

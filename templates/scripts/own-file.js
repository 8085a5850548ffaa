// A person's own file: saved as a download, opened again, with a draft in this browser meanwhile.
// Nothing is sent. `read` gives what is to be kept, `write` takes it back after `valid` has made
// sense of it (null: it is no file of this page), `isEmpty` says whether there is anything.
const ownFile = (page) => {
  "use strict";
  const { kind, key, name, read, write, valid, isEmpty, words, state, told } = page;
  const LARGEST = 2_000_000;
  let unsaved = false, savedAt = "";
  const said = (text, gaps) => text.replace(/\{(\w+)\}/g, (whole, gap) => gaps[gap] ?? whole);
  const made = (tag, properties, text) => {
    const node = Object.assign(document.createElement(tag), properties);
    if (text) node.textContent = text;
    return node;
  };
  // Some browsers refuse their store, and say so by an error.
  const inStore = (act) => {
    try { return act(localStorage); } catch { return undefined; }
  };
  const show = (kept) => {
    const last = savedAt ? said(words.last_saved, { when: new Date(savedAt).toLocaleString(document.documentElement.lang) }) : words.never_saved;
    const rest = isEmpty() ? "" : kept ? words.draft : words.no_draft;
    state.textContent = [last, unsaved && savedAt ? words.changed_since : "", rest].filter(Boolean).join(" ");
  };
  const keep = () => inStore((store) => {
    if (isEmpty()) store.removeItem(key);
    else store.setItem(key, JSON.stringify({ ...read(), kind, savedAt, unsaved }));
    return true;
  }) === true;
  const tell = (text, ...choices) => {
    told.replaceChildren(made("p", {}, text));
    for (const [word, act] of choices) {
      const button = made("button", { type: "button", className: "plain" }, word);
      button.addEventListener("click", () => { told.replaceChildren(); act(); });
      told.append(button);
    }
    told.querySelector("button")?.focus();
  };
  const changed = () => { unsaved = !isEmpty(); show(keep()); };
  const save = () => {
    savedAt = new Date().toISOString();
    const file = `${name}-${savedAt.slice(0, 10)}.json`;
    const text = JSON.stringify({ ...read(), kind, saved: savedAt }, null, 2);
    const link = made("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    unsaved = false;
    show(keep());
    tell(said(words.saved, { name: file }));
  };
  const contentOf = (text) => {
    try {
      const found = JSON.parse(text);
      return found?.kind === kind ? valid(found) : null;
    } catch { return null; }
  };
  // Lets a file be chosen, and gives what is in it with the day on which it was saved.
  const choose = (take) => {
    const chooser = made("input", { type: "file", accept: ".json,application/json", hidden: true });
    chooser.className = "own-file";
    document.querySelectorAll("input.own-file").forEach((each) => each.remove());
    document.body.append(chooser);
    chooser.addEventListener("change", async () => {
      const file = chooser.files[0];
      chooser.remove();
      if (!file) return;
      const text = file.size > LARGEST ? "" : await file.text().catch(() => "");
      const found = contentOf(text);
      if (found) take(found, String(JSON.parse(text).saved ?? "").slice(0, 10));
      else tell(words.no_file);
    });
    chooser.click();
  };
  const open = () => choose((found, day) => {
    const put = () => {
      write(found);
      savedAt = /^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T12:00:00` : "";
      unsaved = false;
      show(keep());
      tell(words.opened);
    };
    if (unsaved) tell(words.replace_ask, [words.replace_no, () => {}], [words.replace_yes, put]);
    else put();
  });
  const clear = () => tell(words.clear_ask, [words.clear_no, () => {}], [words.clear_yes, () => {
    write(null);
    unsaved = false;
    savedAt = "";
    inStore((store) => store.removeItem(key));
    show(false);
    tell(inStore((store) => store.getItem(key)) ? words.not_cleared : words.cleared);
  }]);
  const start = () => {
    try {
      const found = JSON.parse(inStore((store) => store.getItem(key)) ?? "null");
      const content = found?.kind === kind ? valid(found) : null;
      if (content) {
        write(content);
        savedAt = Number.isNaN(Date.parse(found.savedAt)) ? "" : found.savedAt;
        unsaved = found.unsaved === true;
      }
    } catch { /* A draft that cannot be read is no draft. */ }
    show(keep());
  };
  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  return { changed, save, open, clear, choose, start, tell };
};

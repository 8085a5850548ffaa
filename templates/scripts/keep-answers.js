// Keeps what is written on a worksheet in this browser, on this computer, and nowhere else: no
// answer is sent. A file carries them to another computer; `Clear` leaves nothing here.
(() => {
  "use strict";
  if (!fillIn) return;
  const { page, words, fields, lists, made, said } = fillIn;
  const { workshop, session, edition, version, title } = JSON.parse(page.dataset.fillIn);
  // Two sessions of one workshop are two places: no answer goes from one cohort's page to another's.
  const home = `workshop-kit/${workshop}@${session ?? ""}/${edition}/`, key = home + version;
  const KIND = "workshop-kit answers", LARGEST = 5_000_000;
  let homeless = {}, before = null, unsaved = false;

  // ---- this browser's store: some have none, and say so by an error ----
  const inStore = (act) => {
    try { return act(localStorage); } catch { return undefined; }
  };
  const stores = inStore((store) => {
    store.setItem(`${home}?`, "1");
    store.removeItem(`${home}?`);
    return true;
  }) === true;
  const keysHere = () => inStore((store) => Object.keys(store).filter((each) => each.startsWith(home))) ?? [];
  const storedUnder = (name) => {
    try { return JSON.parse(localStorage.getItem(name))?.answers ?? null; } catch { return null; }
  };

  // ---- answers ----
  const written = () => {
    const answers = { ...homeless };
    for (const [name, field] of fields) if (field.read()) answers[name] = field.read();
    return answers;
  };
  const empty = () => { homeless = {}; fields.forEach((field) => field.write("")); };
  const put = (answers) => {
    let count = 0;
    for (const [name, value] of Object.entries(answers)) {
      const [, list, n] = /^(.+)\/(\d+)\//.exec(name) ?? [];
      if (list) lists.get(list)?.(Number(n));
      if (fields.get(name)?.write(value)) count += 1;
      else if (value) homeless[name] = value;
    }
    drawHomeless();
    return count;
  };
  const record = () => ({
    kind: KIND, workshop, title, edition, version, saved: new Date().toISOString(), answers: written(),
  });
  const store = () => {
    const answers = written();
    unsaved = Object.keys(answers).length > 0;
    const kept = stores && inStore((place) => {
      if (unsaved) place.setItem(key, JSON.stringify(record()));
      else place.removeItem(key);
      return true;
    }) === true;
    if (kept) unsaved = false;
    state.textContent = kept ? words.kept : words.not_kept;
    state.classList.toggle("alarm", !kept);
  };

  // ---- the bar ----
  const state = made("p", { className: "fill-state" });
  const told = made("p", { className: "fill-told" });
  told.setAttribute("role", "status");
  const choices = made("p", { className: "fill-choices" });
  const unplaced = made("div", { className: "fill-unplaced", hidden: true });
  const button = (word, act) => {
    const node = made("button", { type: "button" }, word);
    node.addEventListener("click", act);
    return node;
  };
  const tell = (text, ...buttons) => {
    told.textContent = text;
    choices.replaceChildren(...buttons);
  };
  const drawHomeless = () => {
    const names = Object.keys(homeless);
    unplaced.hidden = names.length === 0;
    unplaced.replaceChildren(
      made("p", {}, said(words.unplaced, { n: names.length })),
      made("ul", {}, ...names.map((name) => made("li", {}, `${name}: ${homeless[name]}`))),
    );
  };
  const undo = () => button(words.undo, () => {
    empty();
    put(before);
    store();
    tell(words.undone);
    clear.focus();
  });
  const save = button(words.save, () => {
    const name = `${workshop}-${edition}-${words.file}.json`;
    const file = new Blob([JSON.stringify(record(), null, 2)], { type: "application/json" });
    const link = made("a", { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    unsaved = false;
    tell(said(words.saved, { name }));
  });
  const chooser = made("input", { type: "file", accept: ".json,application/json", hidden: true });
  const load = button(words.load, () => chooser.click());
  const taken = (text) => {
    if (text.length > LARGEST) return null;
    try {
      const found = JSON.parse(text);
      const fits = found?.kind === KIND && found.answers && typeof found.answers === "object";
      return fits ? found : null;
    } catch { return null; }
  };
  chooser.addEventListener("change", async () => {
    const file = chooser.files[0];
    if (!file) return;
    const found = taken(file.size > LARGEST ? "" : await file.text());
    chooser.value = "";
    if (!found) return tell(words.no_file);
    before = written();
    homeless = {};
    const count = put(found.answers);
    store();
    const other = found.workshop !== workshop || found.edition !== edition || found.version !== version;
    const from = { title: String(found.title), version: String(found.version) };
    tell([said(words.loaded, { n: count }), other ? said(words.other, from) : ""].join(" "), undo());
  });
  const clear = button(words.clear, () => {
    const no = button(words.clear_no, () => { tell(""); clear.focus(); });
    tell(words.clear_ask, no, button(words.clear_yes, () => {
      before = written();
      empty();
      drawHomeless();
      const gone = keysHere().every((each) => inStore((place) => place.removeItem(each)) === undefined);
      unsaved = false;
      const back = undo();
      tell(gone && keysHere().length === 0 ? words.cleared : words.not_cleared, back);
      back.focus();
    }));
    no.focus();
  });
  choices.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { tell(""); clear.focus(); }
  });
  const bar = document.querySelector(".bar") ?? document.body.insertBefore(made("div", { className: "bar screen-only" }), page);
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", words.bar);
  bar.append(state, made("p", { className: "fill-actions" },
    save, load, clear, button(words.print, () => window.print())), told, choices, chooser);
  page.prepend(made("p", { className: "fill-where screen-only" }, words.where), unplaced);

  // ---- what is here already ----
  put(storedUnder(key) ?? {});
  store();
  const older = keysHere().filter((each) => each !== key && storedUnder(each)).pop();
  if (older && Object.keys(written()).length === 0) {
    tell(said(words.older, { version: older.slice(home.length) }), button(words.take, () => {
      before = {};
      tell(said(words.loaded, { n: put(storedUnder(older)) }), undo());
      store();
    }));
  }
  page.addEventListener("answered", store);
  // The same page in another tab: what is written there must not be overwritten from here.
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    empty();
    put(storedUnder(key) ?? {});
  });
  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
})();

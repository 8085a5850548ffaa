// A mentoring diary. Nothing is sent: the file that people save is the record, the browser's store
// holds a draft. Whatever a person wrote is shown as text, never as markup.
(() => {
  "use strict";
  const page = document.getElementById("content");
  const about = JSON.parse(page.dataset.diary), words = about.words;
  const KEY = `workshop-kit/diary/${about.workshop}@${about.session}`;
  const at = (id) => document.getElementById(id);
  const made = (name, values = {}, ...inside) => {
    const node = Object.assign(document.createElement(name), values);
    node.append(...inside);
    return node;
  };
  const said = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
  const shown = (date) => (date ? new Intl.DateTimeFormat(about.language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${date}T00:00Z`)) : words.no_date);
  const today = () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  };
  const fresh = () => ({ entries: [], saved: "", unsaved: [], names: { stages: {}, rings: {}, prompts: {} } });
  let state = fresh(), editing = null, keeps = false, period = "last", blank = null;

  // ---- the draft: some browsers have no store, and say so by an error ----
  const inStore = (act) => { try { return act(localStorage); } catch { return undefined; } };
  const names = () => ({
    stages: { ...state.names.stages, ...Object.fromEntries(about.stages) },
    rings: { ...state.names.rings, ...Object.fromEntries(about.rings.map(([id, title]) => [id, title])) },
    prompts: { ...state.names.prompts, ...Object.fromEntries(about.prompts) },
  });
  const record = (saved) => ({
    kind: diaryRecord.KIND, format: diaryRecord.FORMAT, title: about.title, workshop: about.workshop,
    saved, names: names(), ask: about.ask, entries: state.entries,
  });
  const store = () => {
    keeps = inStore((place) => {
      if (state.entries.length || state.unsaved.length || state.saved) place.setItem(KEY, JSON.stringify({ ...record(state.saved), unsaved: state.unsaved }));
      else place.removeItem(KEY);
      return true;
    }) === true;
    drawState();
  };
  const drawState = () => {
    const n = state.unsaved.length, parts = [];
    if (state.saved) {
      const when = new Date(state.saved);
      const read = Number.isNaN(when.getTime()) ? state.saved : new Intl.DateTimeFormat(about.language, { dateStyle: "long", timeStyle: "short" }).format(when);
      parts.push(said(words.last_saved, { when: read }), n ? said(words.since, { n }) : words.all_saved);
    } else parts.push(n ? said(words.not_saved, { n }) : words.empty);
    if (!keeps) parts.push(words.no_draft);
    else if (n) parts.push(words.draft);
    at("state").textContent = parts.join(" ");
    at("state").classList.toggle("alarm", n > 0);
  };
  const touch = (id) => { if (!state.unsaved.includes(id)) state.unsaved.push(id); };
  const button = (label, act) => {
    const node = made("button", { type: "button", className: "plain" }, label);
    node.addEventListener("click", act);
    return node;
  };
  const tell = (message, ...buttons) => {
    at("told").replaceChildren(...(message ? [made("p", {}, message)] : []), ...buttons);
    if (message) at("told").focus();
  };
  const copy = () => JSON.stringify({ ...record(state.saved), unsaved: state.unsaved });
  const undoing = (before) => button(words.undo, () => {
    state = diaryRecord.read(before);
    close();
    store();
    drawAll();
    tell(words.undone);
  });

  // ---- one entry ----
  const field = (label, control, id) => {
    control.id = id;
    return made("p", { className: "field" }, made("label", { htmlFor: id }, label), control);
  };
  const area = (value, act) => {
    const node = made("textarea", { rows: 3, value });
    node.addEventListener("input", () => { act(node.value); changed(); });
    return node;
  };
  const choice = (options, value, act) => {
    const all = options.some(([each]) => each === value) || !value ? options : [...options, [value, value]];
    const node = made("select", {}, ...all.map(([each, label]) => made("option", { value: each }, label)));
    node.value = value;
    node.addEventListener("change", () => { act(node.value); changed(); });
    return node;
  };
  const changed = () => {
    if (blank === editing) { state.entries.push(editing); blank = null; }
    editing.changed = new Date().toISOString();
    touch(editing.id);
    store();
  };
  const newestFirst = () => [...state.entries].sort((one, other) => other.date.localeCompare(one.date) || other.changed.localeCompare(one.changed));
  const edit = (entry, isNew) => {
    editing = entry;
    blank = isNew ? entry : null;
    const before = newestFirst().find((each) => each !== entry && each.ask.trim());
    at("last-ask").replaceChildren(...(isNew && before ? [made("p", {}, made("b", {}, said(words.last_ask, { date: shown(before.date) }))), made("p", { className: "written" }, before.ask)] : []));
    const date = made("input", { type: "date", value: entry.date });
    date.addEventListener("change", () => { entry.date = date.value; changed(); });
    const rings = about.rings.map(([id, title, meaning]) => {
      entry.rings[id] ??= { text: "", mark: "" };
      const ring = entry.rings[id];
      return made("fieldset", {}, made("legend", {}, made("b", {}, title), ` ${meaning}`),
        field(said(words.ring_text, { ring: title }), area(ring.text, (value) => { ring.text = value; }), `ring-${id}`),
        field(said(words.mark, { ring: title }), choice([["", words.neither], ["tension", words.tension], ["buffer", words.buffer]], ring.mark, (value) => { ring.mark = value; }), `mark-${id}`));
    });
    at("fields").replaceChildren(
      field(words.date, date, "date"),
      ...(about.stages.length ? [field(words.stage, choice([["", words.choose], ...about.stages], entry.stage, (value) => { entry.stage = value; }), "stage")] : []),
      field(words.contact, choice([["", words.choose], ...about.contacts.map((each) => [each, each])], entry.contact, (value) => { entry.contact = value; }), "contact"),
      ...about.prompts.map(([id, label]) => field(label, area(entry.answers[id] ?? "", (value) => { entry.answers[id] = value; }), `prompt-${id}`)),
      ...rings,
      field(about.ask, area(entry.ask, (value) => { entry.ask = value; }), "ask"));
    at("editor-head").textContent = isNew ? at("new").textContent : `${words.edit}: ${shown(entry.date)}`;
    at("editor").hidden = false;
    at("editor-head").focus();
  };
  const close = () => { editing = blank = null; at("editor").hidden = true; };
  const remove = (entry) => {
    const before = copy(), there = state.entries.includes(entry);
    state.entries = state.entries.filter((each) => each !== entry);
    if (there) touch(entry.id);
    if (!state.saved && !state.entries.length) state.unsaved = [];
    close();
    store();
    drawAll();
    if (there) tell(words.deleted, undoing(before));
  };

  // ---- the list and the year ----
  const titleOf = (kind, id) => names()[kind][id] ?? id;
  const drawList = () => {
    const all = newestFirst();
    at("count").textContent = all.length ? said(words.count, { n: all.length }) : words.no_entries;
    const known = names();
    at("list").replaceChildren(...all.map((entry) => {
      const pairs = [
        ...Object.entries(entry.answers).map(([id, each]) => [known.prompts[id] ?? id, each]),
        ...Object.entries(entry.rings).filter(([, ring]) => diaryRecord.isTouched(ring)).map(([id, ring]) => [`${known.rings[id] ?? id}${ring.mark ? ` (${words[ring.mark]})` : ""}`, ring.text || words.touched]),
        [about.ask, entry.ask],
      ].filter(([, each]) => each.trim());
      const parts = [shown(entry.date), entry.stage ? known.stages[entry.stage] ?? entry.stage : "", entry.contact].filter(Boolean);
      const change = button(words.edit, () => edit(entry, false)), gone = button(words.delete, () => remove(entry));
      change.setAttribute("aria-label", `${words.edit}: ${shown(entry.date)}`);
      gone.setAttribute("aria-label", `${words.delete}: ${shown(entry.date)}`);
      return made("details", { className: "entry" }, made("summary", {}, parts.join(" · ")),
        made("dl", {}, ...pairs.flatMap(([label, each]) => [made("dt", {}, label), made("dd", { className: "written" }, each)])),
        made("p", { className: "actions no-print" }, change, " ", gone));
    }));
  };
  const drawYear = () => {
    const choices = diaryYear.periods(state.entries, today());
    if (!choices.some((each) => each.value === period)) period = "last";
    at("period").replaceChildren(...choices.map((each) => made("option", { value: each.value }, each.value === "last" ? words.last_twelve : each.value)));
    at("period").value = period;
    const { from } = choices.find((each) => each.value === period);
    const entries = diaryYear.within(state.entries, from), foreign = new Set(entries.map((each) => each.stage));
    const rows = [...about.stages, ...[...foreign].filter((id) => id && !about.stages.some(([each]) => each === id)).map((id) => [id, titleOf("stages", id)])];
    if (foreign.has("") || !rows.length) rows.unshift(["", words.no_stage]);
    const rings = about.rings.map(([id, title]) => [id, title]);
    at("drawing").replaceChildren(entries.length ? diaryYear.draw(entries, from, rows, rings, { ...words, says: said(words.year_says, { n: entries.length }) }) : made("p", {}, words.year_none));
    const head = (label) => { const node = made("th", {}, label); node.scope = "col"; return node; };
    at("table").replaceChildren(made("table", {},
      made("thead", {}, made("tr", {}, head(words.date), head(words.stage), ...rings.map(([, title]) => head(title)))),
      made("tbody", {}, ...entries.map((entry) => {
        const first = made("th", {}, shown(entry.date));
        first.scope = "row";
        return made("tr", {}, first, made("td", {}, entry.stage ? titleOf("stages", entry.stage) : words.no_stage), ...rings.map(([id]) => {
          const ring = entry.rings[id];
          return made("td", {}, diaryRecord.isTouched(ring) ? words[ring.mark] ?? words.touched : "");
        }));
      }))));
  };
  const drawAll = () => { drawList(); drawYear(); };

  // ---- the file ----
  const save = () => {
    const when = new Date().toISOString(), name = `${words.file}-${today()}.json`;
    const file = new Blob([JSON.stringify(record(when), null, 2)], { type: "application/json" });
    const link = made("a", { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    state.saved = when;
    state.unsaved = [];
    store();
    drawAll();
    tell(said(words.saved, { name }));
  };
  const take = (found, act) => {
    const before = copy(), had = state.entries.length;
    close();
    act();
    state.names = found.names;
    store();
    drawAll();
    return had ? [undoing(before)] : [];
  };
  const replaceBy = (found) => {
    const back = take(found, () => { state = { ...found, unsaved: [] }; });
    tell(said(words.opened, { n: state.entries.length }), ...back);
  };
  const mergeWith = (found) => {
    const back = take(found, () => {
      const { entries, unsaved } = diaryRecord.merged(state.entries, found.entries);
      state = { ...state, entries, unsaved, saved: found.saved };
    });
    tell(said(words.merged, { n: state.entries.length }), ...back);
  };
  at("chooser").addEventListener("change", async () => {
    const file = at("chooser").files[0];
    if (!file) return;
    let found = null;
    try { found = file.size > diaryRecord.LARGEST ? null : diaryRecord.read(await file.text()); } catch { found = null; }
    at("chooser").value = "";
    if (!found || found === "newer") { tell(found ? words.too_new : words.broken); return; }
    if (!state.entries.length) { replaceBy(found); return; }
    tell(said(words.ask_open, { n: found.entries.length, here: state.entries.length }),
      button(words.merge, () => mergeWith(found)), button(words.replace, () => replaceBy(found)), button(words.leave, () => tell("")));
  });
  at("clear").addEventListener("click", () => tell(said(words.clear_ask, { n: state.unsaved.length }),
    button(words.clear_no, () => { tell(""); at("clear").focus(); }),
    button(words.clear_yes, () => {
      state = fresh();
      close();
      const gone = inStore((place) => { place.removeItem(KEY); return place.getItem(KEY) === null; });
      store();
      drawAll();
      tell(gone === false ? words.not_cleared : words.cleared);
    })));
  at("save").addEventListener("click", save);
  at("open").addEventListener("click", () => at("chooser").click());
  at("print").addEventListener("click", () => window.print());
  at("new").addEventListener("click", () => {
    drawAll();
    const last = newestFirst()[0];
    edit(diaryRecord.entryOf({ date: today(), stage: last?.stage ?? "" }), true);
  });
  at("remove").addEventListener("click", () => { if (editing) remove(editing); });
  at("editor").addEventListener("submit", (event) => {
    event.preventDefault();
    const kept = blank === null;
    close();
    drawAll();
    if (kept) tell(words.kept);
    else at("new").focus();
  });
  at("period").addEventListener("change", () => { period = at("period").value; drawYear(); });
  const opened = [];
  addEventListener("beforeprint", () => {
    drawAll();
    document.querySelectorAll("details.entry:not([open]), #year-table:not([open])").forEach((each) => { each.open = true; opened.push(each); });
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((each) => { each.open = false; }));
  addEventListener("beforeunload", (event) => { if (state.unsaved.length) event.preventDefault(); });
  // Another tab: what was written there must not be overwritten from here.
  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    const found = diaryRecord.read(inStore((place) => place.getItem(KEY)) ?? "");
    state = found && found !== "newer" ? found : fresh();
    close();
    drawState();
    drawAll();
    tell(words.other_tab);
  });
  const kept = diaryRecord.read(inStore((place) => place.getItem(KEY)) ?? "");
  if (kept && kept !== "newer") state = kept;
  // A draft of a newer page is not written over before anything is written here.
  keeps = inStore((place) => { place.setItem(`${KEY}?`, "1"); place.removeItem(`${KEY}?`); return true; }) === true;
  drawState();
  drawAll();
})();

// A mentoring diary: its entries, newest first, and their year. Whatever a person wrote is shown as
// text, never as markup.
(() => {
  "use strict";
  const page = document.getElementById("content");
  const about = JSON.parse(page.dataset.diary), words = about.words;
  const at = (id) => document.getElementById(id);
  const made = (name, values = {}, ...inside) => {
    const node = Object.assign(document.createElement(name), values);
    node.append(...inside);
    return node;
  };
  const said = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
  const dates = new Intl.DateTimeFormat(about.language, { dateStyle: "medium", timeZone: "UTC" });
  const shown = (date) => (date ? dates.format(new Date(`${date}T00:00Z`)) : words.no_date);
  const today = () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  };
  const fresh = () => ({ entries: [], gone: {}, names: { stages: {}, rings: {}, prompts: {} } });
  let state = fresh(), editing = null, period = "last", blank = null;
  // What an entry was saved under may be gone from the page: the file brings its names.
  const names = () => ({
    stages: { ...state.names.stages, ...Object.fromEntries(about.stages) },
    rings: { ...state.names.rings, ...Object.fromEntries(about.rings.map(([id, title]) => [id, title])) },
    prompts: { ...state.names.prompts, ...Object.fromEntries(about.prompts) },
  });
  const nameIn = (known, id) => (Object.hasOwn(known, id) ? known[id] : id);
  const file = ownFile({
    kind: "workshop-kit mentoring diary", key: `workshop-kit/diary/${about.workshop}@${about.session}`, name: words.file, words,
    read: () => ({ title: about.title, workshop: about.workshop, names: names(), ask: about.ask, entries: state.entries, gone: state.gone }),
    write: (found) => { state = found ?? fresh(); close(); drawAll(); },
    valid: diaryRecord.valid,
    merge: (here, theirs) => {
      const { entries, gone, unsaved } = diaryRecord.merged(here, theirs);
      const both = (kind) => ({ ...here.names[kind], ...theirs.names[kind] });
      return { content: { entries, gone, names: { stages: both("stages"), rings: both("rings"), prompts: both("prompts") } }, unsaved };
    },
    isEmpty: () => !state.entries.length,
    isBusy: () => editing !== null,
    count: () => state.entries.length,
  });
  const button = (label, act) => {
    const node = made("button", { type: "button", className: "plain" }, label);
    node.addEventListener("click", act);
    return node;
  };

  // ---- one entry ----
  const form = diaryEntry(about, { made, said, shown, today }, () => {
    if (blank === editing) { state.entries.push(editing); blank = null; }
    editing.changed = new Date().toISOString();
    file.changed(editing.id);
  });
  const newestFirst = () => [...state.entries].sort((one, other) => other.date.localeCompare(one.date) || other.changed.localeCompare(one.changed));
  const edit = (entry, isNew) => {
    editing = entry;
    blank = isNew ? entry : null;
    form.draw(entry, isNew ? newestFirst().find((each) => each !== entry && each.ask.trim()) : null);
    at("editor-head").textContent = isNew ? at("new").textContent : `${words.edit}: ${shown(entry.date)}`;
    at("editor").hidden = false;
    at("editor-head").focus();
  };
  const close = () => { editing = blank = null; at("editor").hidden = true; };
  const remove = (entry) => {
    const before = file.copy(), there = state.entries.includes(entry);
    state.entries = state.entries.filter((each) => each !== entry);
    // It may have been changed where the clock is ahead.
    if (there) state.gone[entry.id] = [new Date().toISOString(), entry.changed].sort().at(-1);
    close();
    if (there) file.changed(entry.id);
    drawAll();
    if (there) file.undoable(words.deleted, before);
    else at("new").focus();
  };

  // ---- the list and the year ----
  const titleOf = (kind, id) => nameIn(names()[kind], id);
  const drawList = () => {
    const all = newestFirst();
    at("count").textContent = all.length ? said(words.count, { n: all.length }) : words.no_entries;
    const known = names();
    at("list").replaceChildren(...all.map((entry) => {
      const pairs = [
        ...Object.entries(entry.answers).map(([id, each]) => [nameIn(known.prompts, id), each]),
        ...Object.entries(entry.rings).filter(([, ring]) => diaryRecord.isTouched(ring)).map(([id, ring]) => [`${nameIn(known.rings, id)}${ring.mark ? ` (${words[ring.mark]})` : ""}`, ring.text || words.touched]),
        [about.ask, entry.ask],
      ].filter(([, each]) => each.trim());
      const parts = [shown(entry.date), entry.stage ? nameIn(known.stages, entry.stage) : "", entry.contact].filter(Boolean);
      const change = button(words.edit, () => edit(entry, false)), gone = button(words.delete, () => remove(entry));
      change.setAttribute("aria-label", `${words.edit}: ${shown(entry.date)}`);
      gone.setAttribute("aria-label", `${words.delete}: ${shown(entry.date)}`);
      return made("details", { className: "entry" }, made("summary", {}, parts.join(" · ")),
        made("dl", {}, ...pairs.flatMap(([label, each]) => [made("dt", {}, label), made("dd", { className: "written", dir: "auto" }, each)])),
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

  at("new").addEventListener("click", () => {
    if (state.entries.length >= diaryRecord.MOST) { file.tell(words.too_many); return; }
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
    if (kept) file.tell(words.kept);
    else at("new").focus();
  });
  at("period").addEventListener("change", () => { period = at("period").value; drawYear(); });
  const opened = [];
  addEventListener("beforeprint", () => {
    drawAll();
    document.querySelectorAll("details.entry:not([open]), #year-table:not([open])").forEach((each) => { each.open = true; opened.push(each); });
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((each) => { each.open = false; }));
  drawAll();
  file.start();
})();

// The page of the network map: people are added in a form, and both pictures are drawn as one types.
(() => {
  "use strict";
  const page = document.querySelector("[data-network]");
  if (!page) return;
  const { list, words, place } = JSON.parse(page.dataset.network);
  const record = networkRecord(list, words), model = networkPeople(list, words, record);
  const drawing = networkDrawing(list, words, model, record), { mosaic, leaning, html } = networkMosaic(list, words, model, record);
  const form = networkForm(list, words, model, record, html);
  const find = (id) => document.getElementById(id), all = (what) => document.querySelectorAll(what);
  const dates = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
  const shownDate = (text) => (text ? dates.format(new Date(text)) : "");
  let data = record.fresh(), time = "now", by = "needs", chosen = -1, older = null;
  const people = () => data[time === "later" ? "later" : "now"];
  const file = ownFile({
    kind: "workshop-kit network map", format: record.FORMAT, key: place.key, name: place.file, words,
    read: () => ({ workshop: place.workshop, ...record.written(data) }),
    valid: record.valid,
    write: (found) => { data = found ?? record.fresh(); older = null; see("now"); },
    isEmpty: () => !data.now.length && !data.later?.length && !data.own.some((each) => each.trim()),
    isBusy: () => chosen >= 0 || find("own-needs").contains(document.activeElement),
    count: () => data.now.length,
  });
  const changed = () => { data.changed = new Date().toISOString(); file.changed(); };

  // ---- the pictures ----
  const part = (className, title, nodes) => html("section", { className }, html("h3", {}, title), ...nodes);
  const listOf = (items, className) => html("ul", { className }, ...items.map((each) => html("li", { dir: "auto" }, each)));
  // What is wider than a phone scrolls by itself, with the keyboard too.
  const scroll = (drawn, name) => html("div", { className: "scroll", tabIndex: 0, role: "region", ariaLabel: name }, drawn);
  const picture = (from, those, title, isHalf) => {
    const shown = { data: from, all: model.named(those), title, by, isHalf };
    const texts = html("details", { className: "in-words" }, html("summary", {}, words.in_words), listOf(shown.all.map(model.sentence(from)), "sentences"));
    const rings = html("p", { className: "dots" }, list.rings.map((ring, n) => `${"●".repeat(list.rings.length - n)} ${ring}`).join("   "));
    const { root, left, isNamed } = drawing.map(shown), rest = left ? [html("p", { className: "rule left-out" }, model.said(words.not_drawn, { n: left }))] : [];
    const key = html("ul", { className: "key" }, ...drawing.key(isNamed).map(([sign, text]) => html("li", {}, sign, html("span", {}, text))));
    const notes = isHalf ? null : leaning(shown);
    const parts = [
      { name: "map", head: words.map_title, nodes: [scroll(root, words.map_title), ...rest, key, texts] },
      { name: "mosaic", head: words.mosaic_title, nodes: [scroll(mosaic(shown), words.mosaic_title), rings] },
      { name: "gaps", head: words.gaps_title, nodes: [listOf(model.gaps(from, those), "gaps"), html("p", { className: "rule" }, words.gaps_rule)] },
      ...(notes ? [{ name: "leaning", head: words.leaning, nodes: [scroll(notes, words.leaning)] }] : []),
    ];
    return { title, parts };
  };
  const alone = ({ title, parts }) => html("article", { className: "picture" }, html("h2", {}, title),
    ...parts.map(({ name, head, nodes }) => part(`${name}-part`, head, nodes)));
  // Each pair by itself: a grid that goes on over several pages is not printed well by every browser.
  const pairs = (two) => two[0].parts.map(({ name, head }, n) => html("article", { className: `pair ${name}-pair` }, html("h2", {}, head),
    html("div", { className: "halves" }, ...two.map(({ title, parts }) => part(`${name}-part`, title, parts[n].nodes)))));
  // On paper it says of when the map is: two of them, a year apart, can be told apart.
  const dated = () => {
    const parts = data.changed ? [model.said(words.as_of, { day: shownDate(data.changed) })] : [];
    find("dated").textContent = [...parts, model.said(words.printed, { day: dates.format(new Date()) })].join(" · ");
  };
  const draw = () => {
    const open = [...all(".in-words")].map((each) => each.open), both = time === "both" && Boolean(older || data.later);
    const here = { data, all: data.now }, next = { data, all: data.later ?? [] };
    const before = older ?? here, after = older ? here : next;
    const titles = older ? [model.said(words.older, { day: shownDate(older.data.changed) || "?" }), words.now] : [words.now, words.later];
    const shown = both ? pairs([picture(before.data, before.all, titles[0], true), picture(after.data, after.all, titles[1], true)])
      : [alone(picture(data, people(), words[time] ?? words.now, false))];
    find("pictures").className = both ? "both" : "one";
    find("pictures").replaceChildren(...shown);
    all(".in-words").forEach((each, n) => { each.open = open[n] ?? false; });
    find("changes").hidden = !both;
    if (both) find("changes").replaceChildren(html("h2", {}, words.changes_title), listOf(model.changes(before, after), "changes"));
    dated();
  };

  // ---- the people ----
  const nameOf = (each) => each.initials.trim() || words.nameless;
  const drawList = () => {
    find("people").replaceChildren(...people().map((each, n) => {
      const button = html("button", { type: "button", className: "plain", dir: "auto" }, nameOf(each));
      button.setAttribute("aria-pressed", String(n === chosen));
      button.setAttribute("aria-label", model.said(words.edit, { who: nameOf(each) }));
      button.addEventListener("click", () => { chosen = n; drawList(); drawForm(); find("initials").focus(); });
      return html("li", {}, button);
    }));
    find("nobody").hidden = people().length > 0;
  };
  const redraw = () => { changed(); drawList(); draw(); };
  const drawForm = () => {
    const who = people()?.[chosen];
    find("person").hidden = !who;
    find("person").replaceChildren();
    if (!who) return;
    const done = html("button", { type: "button" }, words.done), gone = html("button", { type: "button", className: "plain" }, words.remove);
    done.addEventListener("click", () => { chosen = -1; drawForm(); drawList(); find("add").focus(); });
    gone.addEventListener("click", () => {
      const before = file.copy(), name = nameOf(who), shown = time;
      people().splice(chosen, 1);
      chosen = -1;
      drawForm();
      redraw();
      file.undoable(model.said(words.removed, { who: name }), before, { after: () => see(shown) });
    });
    find("person").append(...form.person(data, people(), who, redraw), html("p", {}, done, gone));
  };
  const drawOwn = () => find("own-needs").replaceChildren(...form.ownNeeds(data, () => { redraw(); drawForm(); }));

  // ---- what is shown ----
  const press = (buttons, key, value) => all(buttons).forEach((each) => each.setAttribute("aria-pressed", String(each.dataset[key] === value)));
  const see = (next) => {
    time = next;
    chosen = -1;
    press("[data-time]", "time", time);
    const editing = time === "now" || (time === "later" && data.later);
    find("editor").hidden = !editing;
    find("copy").hidden = time === "now" || Boolean(data.later) || (time === "both" && Boolean(older));
    find("older").hidden = time !== "both";
    find("close-older").hidden = !older;
    find("editing").textContent = words[time] ?? "";
    document.querySelector("main").classList.toggle("wide", time === "both");
    if (editing) { drawList(); drawForm(); drawOwn(); }
    find("drawn").hidden = time === "later" && !data.later;
    find("changes").hidden = true;
    if (!find("drawn").hidden) draw();
  };
  const on = (id, act) => find(id).addEventListener("click", act);
  on("add", () => {
    if (people().length >= record.MOST) { file.tell(words.too_many); return; }
    people().push(record.person({ seniority: list.levels[0].id }));
    chosen = people().length - 1;
    redraw();
    drawForm();
    find("initials").focus();
  });
  on("copy-now", () => {
    data.later = structuredClone(data.now);
    changed();
    see(time);
  });
  on("open-older", () => file.choose(({ content, saved }) => {
    older = { data: { ...content, changed: content.changed || saved }, all: content.now };
    see("both");
    file.tell(words.older_opened);
  }));
  on("close-older", () => { older = null; see("both"); find("open-older").focus(); });
  all("[data-time]").forEach((each) => each.addEventListener("click", () => see(each.dataset.time)));
  all("[data-by]").forEach((each) => each.addEventListener("click", () => { by = each.dataset.by; press("[data-by]", "by", by); draw(); }));
  // On paper, who is not drawn is named in the list of the map in words.
  addEventListener("beforeprint", () => {
    dated();
    all(".left-out ~ .in-words").forEach((each) => { each.open = true; });
  });
  see("now");
  file.start();
  page.classList.add("ready");
})();

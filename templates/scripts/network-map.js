// The page of the network map: people are added in a form, and both pictures are drawn as one types.
(() => {
  "use strict";
  const page = document.querySelector("[data-network]");
  if (!page) return;
  const { list, words, place } = JSON.parse(page.dataset.network);
  list.roles = list.titles.map((title, n) => ({ title, does: list.does[n], first: list.first[n] }));
  const model = networkPeople(list, words), drawing = networkDrawing(list, words, model), { html } = drawing;
  const find = (id) => document.getElementById(id);
  let data = { now: [], later: null }, time = "now", chosen = -1, older = null;
  const people = () => data[time === "later" ? "later" : "now"];
  const file = ownFile({
    kind: "workshop-kit network map", key: place.key, name: place.file, words,
    read: () => ({ workshop: place.workshop, ...data }),
    valid: model.valid,
    write: (found) => { data = found ?? { now: [], later: null }; older = null; see("now"); },
    isEmpty: () => !data.now.length && !data.later?.length,
    isBusy: () => chosen >= 0,
    count: () => data.now.length,
  });

  // ---- the pictures ----
  const part = (tag, title, ...nodes) => {
    const node = html("section", { className: tag });
    node.append(html("h3", {}, title), ...nodes);
    return node;
  };
  const listOf = (items, className) => {
    const node = html("ul", { className });
    node.append(...items.map((each) => html("li", {}, each)));
    return node;
  };
  const picture = (all, title) => {
    const shown = model.named(all), node = html("article", { className: "picture" });
    const texts = html("details", { className: "in-words" });
    texts.append(html("summary", {}, words.in_words), listOf(shown.map(model.sentence), "sentences"));
    const rings = html("p", { className: "dots" }, list.rings.map((ring, n) => `${"●".repeat(list.rings.length - n)} ${ring}`).join("   "));
    // What is wider than a phone scrolls by itself, with the keyboard too.
    const scroll = (drawn, name) => {
      const room = html("div", { className: "scroll", tabIndex: 0, role: "region", ariaLabel: name });
      room.append(drawn);
      return room;
    };
    const { root, left } = drawing.map(shown, title);
    const rest = left ? [html("p", { className: "rule" }, model.said(words.not_drawn, { n: left }))] : [];
    node.append(html("h2", {}, title),
      part("map-part", words.map_title, scroll(root, words.map_title), ...rest, drawing.key(), texts),
      part("mosaic-part", words.mosaic_title, scroll(drawing.mosaic(shown, title), words.mosaic_title), rings),
      part("gaps-part", words.gaps_title, listOf(model.gaps(all), "gaps"), html("p", { className: "rule" }, words.gaps_rule)));
    return node;
  };
  const draw = () => {
    const open = [...document.querySelectorAll(".in-words")].map((each) => each.open), both = time === "both";
    const before = older ? older.now : data.now, after = older ? data.now : data.later ?? [];
    const titles = older ? [model.said(words.older, { day: older.day || "?" }), words.now] : [words.now, words.later];
    const shown = both ? [picture(before, titles[0]), picture(after, titles[1])]
      : [picture(people(), words[time])];
    find("pictures").className = both ? "both" : "one";
    find("pictures").replaceChildren(...shown);
    document.querySelectorAll(".in-words").forEach((each, n) => { each.open = open[n] ?? false; });
    find("changes").hidden = !both;
    if (both) find("changes").replaceChildren(html("h2", {}, words.changes_title), listOf(model.changes(before, after), "changes"));
  };

  // ---- the people ----
  const nameOf = (each) => each.initials.trim() || words.nameless;
  const drawList = () => {
    find("people").replaceChildren(...people().map((each, n) => {
      const line = html("li", {}), button = html("button", { type: "button", className: "plain" }, nameOf(each));
      button.setAttribute("aria-pressed", String(n === chosen));
      button.setAttribute("aria-label", model.said(words.edit, { who: nameOf(each) }));
      button.addEventListener("click", () => { chosen = n; drawList(); drawForm(); find("initials").focus(); });
      line.append(button);
      return line;
    }));
    find("nobody").hidden = people().length > 0;
  };
  const redraw = () => { drawList(); draw(); file.changed(); };
  const label = (text, control) => {
    const node = html("label", { className: "line" });
    node.append(html("span", {}, text), control);
    return node;
  };
  const writing = (who, field, properties) => {
    const control = html("input", { type: "text", value: who[field], dir: "auto", ...properties });
    control.addEventListener("input", () => { who[field] = control.value; redraw(); });
    return control;
  };
  const choosing = (who, field, options) => {
    const control = html("select", {});
    control.append(...options.map(([value, text]) => html("option", { value }, text)));
    control.value = String(who[field]);
    control.addEventListener("change", () => { who[field] = field === "ring" ? Number(control.value) : control.value; redraw(); });
    return control;
  };
  const several = (who, field, title, options) => {
    const node = html("fieldset", { className: "several" });
    node.append(html("legend", {}, title));
    for (const option of options) {
      const line = html("label", { className: "tick" }), control = html("input", { type: "checkbox", checked: who[field].includes(option.title) });
      control.addEventListener("change", () => {
        who[field] = who[field].filter((each) => each !== option.title);
        if (control.checked) who[field].push(option.title);
        redraw();
      });
      const texts = html("span", {}, option.title);
      if (option.does) texts.append(html("small", {}, option.does));
      line.append(control, texts);
      node.append(line);
    }
    return node;
  };
  const drawForm = () => {
    const who = people()?.[chosen], form = find("person");
    form.hidden = !who;
    form.replaceChildren();
    if (!who) return;
    const hint = html("p", { className: "hint", id: "hint" }), initials = writing(who, "initials", { id: "initials", maxLength: 60, autocomplete: "off" });
    const advise = () => {
      hint.textContent = model.isLong(who.initials) ? words.too_long : words.initials_hint;
      hint.classList.toggle("alarm", model.isLong(who.initials));
    };
    initials.setAttribute("aria-describedby", "hint");
    initials.addEventListener("input", advise);
    advise();
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
    const levels = list.seniority.map((each) => [each, each]);
    if (!list.seniority.includes(who.seniority)) levels.unshift([who.seniority, who.seniority || words.no_level]);
    const end = html("p", {});
    end.append(done, gone);
    form.append(label(words.initials, initials), hint,
      label(words.seniority, choosing(who, "seniority", levels)),
      label(words.closeness, choosing(who, "ring", list.rings.map((ring, n) => [String(n), `${"●".repeat(list.rings.length - n)} ${ring}`]))),
      label(words.where, choosing(who, "place", ["here", "department", "institution"].map((each) => [each, words[`place_${each}`]]))),
      several(who, "roles", list.roles_label, list.roles),
      ...(list.needs.length ? [several(who, "needs", words.needs, list.needs.map((title) => ({ title })))] : []),
      label(words.note, writing(who, "note", { maxLength: 300 })), end);
  };

  // ---- what is shown ----
  const see = (next) => {
    time = next;
    chosen = -1;
    document.querySelectorAll("[data-time]").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.time === time)));
    const editing = time === "now" || (time === "later" && data.later);
    find("editor").hidden = !editing;
    find("copy").hidden = time === "now" || Boolean(data.later) || Boolean(older);
    find("older").hidden = time !== "both";
    find("editing").textContent = words[time] ?? "";
    document.querySelector("main").classList.toggle("wide", time === "both");
    if (editing) { drawList(); drawForm(); }
    find("pictures").hidden = time === "later" && !data.later;
    find("changes").hidden = true;
    if (!find("pictures").hidden) draw();
  };
  const press = (id, act) => find(id).addEventListener("click", act);
  press("add", () => {
    if (people().length >= model.MOST) { file.tell(words.too_many); return; }
    people().push(model.person({ seniority: list.seniority[0] }));
    chosen = people().length - 1;
    redraw();
    drawForm();
    find("initials").focus();
  });
  press("copy-now", () => {
    data.later = structuredClone(data.now);
    file.changed();
    see(time);
  });
  press("open-older", () => file.choose(({ content, saved }) => {
    older = { now: content.now, day: saved.slice(0, 10) };
    see("both");
    file.tell(words.older_opened, [[words.older_close, () => { older = null; see("both"); find("open-older").focus(); }]]);
  }));
  document.querySelectorAll("[data-time]").forEach((each) => each.addEventListener("click", () => see(each.dataset.time)));
  see("now");
  file.start();
  page.classList.add("ready");
})();

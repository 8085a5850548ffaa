// The form of one person on the map: what is written or ticked in it counts at once.
const networkForm = (list, words, model, record, html) => {
  "use strict";
  const label = (text, control) => html("label", { className: "line" }, html("span", {}, text), control);
  const writing = (each, field, changed, properties = {}) => {
    const control = html("input", { type: "text", value: each[field], dir: "auto", autocomplete: "off", ...properties });
    control.addEventListener("input", () => { each[field] = control.value; changed(); });
    return control;
  };
  const choosing = (who, field, options, changed) => {
    const control = html("select", {}, ...options.map(([value, text]) => html("option", { value }, text)));
    control.value = field === "ring" ? String(model.ringOf(who)) : who[field];
    control.addEventListener("change", () => { who[field] = field === "ring" ? Number(control.value) : control.value; changed(); });
    return control;
  };
  const several = (who, title, options, changed, hint) => {
    if (!options.length) return [];
    const node = html("fieldset", { className: "several" }, html("legend", {}, title), ...(hint ? [html("p", { className: "hint" }, hint)] : []));
    for (const { id, kind, title: text, does } of options) {
      const control = html("input", { type: "checkbox", checked: who[kind].includes(id) });
      control.addEventListener("change", () => {
        who[kind] = [...who[kind].filter((each) => each !== id), ...(control.checked ? [id] : [])];
        changed();
      });
      node.append(html("label", { className: "tick" }, control, html("span", { dir: "auto" }, text, ...(does ? [html("small", {}, does)] : []))));
    }
    return [node];
  };
  const initialsOf = (data, people, who, changed) => {
    const hint = html("p", { className: "hint", id: "hint" }), control = writing(who, "initials", changed, { id: "initials", maxLength: 60 });
    const advise = () => {
      const isLong = model.isLong(who.initials), isTwice = model.isTwice(people, who);
      hint.textContent = isLong ? words.too_long : isTwice ? words.twice : words.initials_hint;
      hint.classList.toggle("alarm", isLong || isTwice);
    };
    control.setAttribute("aria-describedby", "hint");
    control.addEventListener("input", advise);
    advise();
    return [label(words.initials, control), hint];
  };
  // What is of another list stays to be taken off, even after it was: the box is there until the form is drawn anew.
  const person = (data, people, who, changed) => {
    const levels = list.levels.map((each) => [each.id, each.title]), rings = list.rings.map((ring, n) => [String(n), `${"●".repeat(list.rings.length - n)} ${ring}`]);
    if (!record.find("levels", who.seniority)) levels.unshift([who.seniority, who.seniority ? record.titleOf(data, "levels", who.seniority) : words.no_level]);
    const roles = list.roles.map((each) => ({ ...each, kind: "roles" }));
    const strange = [...record.strange(data, "roles", [who]), ...record.strange(data, "needs", [who])];
    const places = ["here", "department", "institution"].map((each) => [each, words[`place_${each}`]]);
    return [...initialsOf(data, people, who, changed),
      label(words.seniority, choosing(who, "seniority", levels, changed)),
      label(words.closeness, choosing(who, "ring", rings, changed)),
      label(words.where, choosing(who, "place", places, changed)),
      ...several(who, list.roles_label, roles, changed),
      ...several(who, words.needs, record.needs(data, [...data.now, ...(data.later ?? [])]), changed),
      ...several(who, words.other_list, strange, changed, words.other_list_hint),
      label(words.contact, writing(who, "contact", changed, { maxLength: 60 })),
      label(words.get, writing(who, "get", changed, { maxLength: 300 })),
      label(words.give, writing(who, "give", changed, { maxLength: 300 })),
      ...(who.note ? [label(words.note, writing(who, "note", changed, { maxLength: 300 }))] : [])];
  };
  /** Needs of one's own: they belong to the map, and every person may meet them. */
  const ownNeeds = (data, changed) => data.own.map((title, n) => {
    const control = writing(data.own, n, () => changed(), { maxLength: 60 });
    control.setAttribute("aria-label", model.said(words.own_n, { n: n + 1 }));
    return control;
  });
  return { person, ownNeeds };
};

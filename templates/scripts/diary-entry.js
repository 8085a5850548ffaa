// One entry of a diary as a form: it writes into the entry, and tells of each change.
const diaryEntry = (about, tools, changed) => {
  "use strict";
  const { made, said, shown, today } = tools, { words } = about;
  const area = (value, act) => {
    const node = made("textarea", { rows: 3, value, dir: "auto", maxLength: diaryRecord.LONGEST });
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
  const field = (label, control, id, ...more) => {
    control.id = id;
    return made("p", { className: "field" }, made("label", { htmlFor: id }, label), control, ...more);
  };
  // A year that is mistyped is seen at once; a date to come is nobody's mistake otherwise.
  const dateOf = (entry) => {
    const date = made("input", { type: "date", value: entry.date, max: "9999-12-31" });
    const hint = made("span", { className: "hint", id: "date-hint" });
    const advise = () => { hint.textContent = entry.date > today() ? words.future : entry.date ? "" : words.undated; };
    date.setAttribute("aria-describedby", "date-hint");
    date.addEventListener("change", () => { entry.date = date.value; advise(); changed(); });
    advise();
    return field(words.date, date, "date", hint);
  };
  const ringOf = (entry, [id, title, meaning]) => {
    const ring = entry.rings[id] ??= { text: "", mark: "" };
    const marks = [["", words.neither], ["tension", words.tension], ["buffer", words.buffer]];
    return made("fieldset", {}, made("legend", {}, made("b", {}, title), ` ${meaning}`),
      field(said(words.ring_text, { ring: title }), area(ring.text, (value) => { ring.text = value; }), `ring-${id}`),
      field(said(words.mark, { ring: title }), choice(marks, ring.mark, (value) => { ring.mark = value; }), `mark-${id}`));
  };
  const choose = ["", words.choose];
  /** Draw the fields of an entry; above a new one stands what was to be asked for since `before`. */
  const draw = (entry, before) => {
    const ask = before ? [made("p", {}, made("b", {}, said(words.last_ask, { date: shown(before.date) }))), made("p", { className: "written", dir: "auto" }, before.ask)] : [];
    document.getElementById("last-ask").replaceChildren(...ask);
    document.getElementById("fields").replaceChildren(
      dateOf(entry),
      ...(about.stages.length ? [field(words.stage, choice([choose, ...about.stages], entry.stage, (value) => { entry.stage = value; }), "stage")] : []),
      field(words.contact, choice([choose, ...about.contacts.map((each) => [each, each])], entry.contact, (value) => { entry.contact = value; }), "contact"),
      ...about.prompts.map(([id, label]) => field(label, area(entry.answers[id] ?? "", (value) => { entry.answers[id] = value; }), `prompt-${id}`)),
      ...about.rings.map((ring) => ringOf(entry, ring)),
      field(about.ask, area(entry.ask, (value) => { entry.ask = value; }), "ask"));
  };
  return { draw };
};

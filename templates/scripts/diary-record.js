// The record of a diary: what an entry is, what a file of entries is, and what may be taken in.
const diaryRecord = (() => {
  "use strict";
  const MOST = 1_500, LONGEST = 50_000, LONGEST_NAME = 500, MOST_ANSWERS = 50;
  const text = (value) => (typeof value === "string" ? value : "");
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const made = (pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs));
  const texts = (value) => made(Object.entries(isObject(value) ? value : {}).map(([key, each]) => [key, text(each)]));
  const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

  const entryOf = (value) => {
    const date = text(value.date);
    return {
      id: text(value.id) || newId(),
      changed: text(value.changed),
      date: /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : "",
      stage: text(value.stage),
      contact: text(value.contact),
      answers: texts(value.answers),
      rings: made(Object.entries(isObject(value.rings) ? value.rings : {}).filter(([, each]) => isObject(each)).map(([key, each]) => [key, {
        text: text(each.text), mark: ["tension", "buffer"].includes(each.mark) ? each.mark : "",
      }])),
      ask: text(value.ask),
    };
  };
  const entriesOf = (list) => {
    if (!Array.isArray(list) || !list.every(isObject)) return null;
    const known = new Map();
    for (const value of list) {
      const entry = entryOf(value);
      if (known.has(entry.id)) entry.id = newId();
      known.set(entry.id, entry);
    }
    return [...known.values()];
  };
  const isLong = ({ ask, answers, rings, stage, contact }) => {
    const texts = [ask, ...Object.values(answers), ...Object.values(rings).map((each) => each.text)];
    return texts.length > MOST_ANSWERS || texts.some((each) => each.length > LONGEST) || [stage, contact].some((each) => each.length > LONGEST_NAME);
  };
  /** Make sense of what a file or the draft holds: null for no diary, a word for one that is too much. */
  const valid = (found) => {
    const entries = entriesOf(found.entries);
    if (!entries) return null;
    if (entries.length > MOST || entries.some(isLong)) return "too_many";
    const names = isObject(found.names) ? found.names : {};
    const gone = Object.entries(texts(found.gone)).filter(([, when]) => !Number.isNaN(Date.parse(when)));
    return { entries, gone: made(gone.slice(-MOST)), names: { stages: texts(names.stages), rings: texts(names.rings), prompts: texts(names.prompts) } };
  };
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  /** Put two diaries together; of an entry in both, the one that changed last stays, and one that was
      deleted after its last change stays deleted. */
  const merged = (here, theirs) => {
    const before = new Map(theirs.entries.map((each) => [each.id, each])), all = new Map(before);
    for (const each of here.entries) {
      const other = all.get(each.id);
      if (!other || each.changed >= other.changed) all.set(each.id, each);
    }
    const gone = { ...theirs.gone };
    for (const [id, when] of Object.entries(here.gone)) if (!(gone[id] >= when)) gone[id] = when;
    const entries = [...all.values()].filter((each) => !(gone[each.id] >= each.changed));
    const deleted = [...before.keys()].filter((id) => !entries.some((each) => each.id === id));
    return { entries, gone, unsaved: [...entries.filter((each) => !same(each, before.get(each.id))).map((each) => each.id), ...deleted] };
  };
  const isTouched = (ring) => Boolean(ring && (ring.text.trim() || ring.mark));
  return { MOST, LONGEST, valid, merged, entryOf, isTouched };
})();

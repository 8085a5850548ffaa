// What a network map says in words: who is missing, what hangs on one name, what changed. The rules
// of thumb are the kit's own, and nothing is counted into a grade.
const networkPeople = (list, words, record) => {
  "use strict";
  const said = (text, gaps) => text.replace(/\{(\w+)\}/g, (whole, gap) => gaps[gap] ?? whole);
  const { levels, rings, limit } = list;
  const named = (all) => all.filter((each) => each.initials.trim());
  const keyOf = (each) => each.initials.toLocaleLowerCase().replace(/[\s.]/g, "");
  const ringOf = (each) => Math.min(each.ring, rings.length - 1);
  const dots = (each) => "●".repeat(rings.length - ringOf(each));
  const listed = (items) => items.join(", ");
  const has = (row) => (each) => each[row.kind].includes(row.id);
  /** Who is on the map under the same initials already: for the page, they are one. */
  const isTwice = (all, who) => Boolean(keyOf(who)) && all.some((each) => each !== who && keyOf(each) === keyOf(who));
  // A name may have been added twice: its roles count together.
  const everyone = (data, all) => {
    const found = new Map();
    for (const each of named(all)) {
      const before = found.get(keyOf(each)) ?? { who: each.initials.trim(), ring: ringOf(each), parts: [] };
      before.parts.push(each);
      before.ring = Math.min(before.ring, ringOf(each));
      found.set(keyOf(each), before);
    }
    return found;
  };
  const tilesOf = (data, all, { parts }) => record.tiles(data, all).filter((row) => parts.some(has(row))).length;
  const gaps = (data, people) => {
    const all = named(people), found = [];
    if (!all.length) return [words.gap_start];
    const isFree = (row) => !all.some(has(row)), titles = (rows) => listed(rows.map((row) => row.title));
    const tiles = record.tiles(data, all), needs = record.needs(data, all).filter(isFree);
    const first = tiles.filter((row) => row.sponsors && isFree(row));
    first.forEach((row) => found.push(said(words.gap_first, { role: row.title })));
    for (const each of everyone(data, all).values()) {
      const n = tilesOf(data, all, each);
      if (n > limit) found.push(said(words.gap_over, { who: each.who, n, limit }));
    }
    if (!all.some((each) => each.place !== "here")) found.push(words.gap_department);
    const roles = list.roles.length ? tiles.filter((row) => isFree(row) && !row.sponsors) : [];
    if (roles.length) found.push(said(words.gap_roles, { roles: titles(roles) }));
    const unmet = list.roles.length ? needs : needs.filter((row) => !row.sponsors);
    if (unmet.length) found.push(said(words.gap_needs, { needs: titles(unmet) }));
    const absent = levels.filter((level) => !all.some((each) => each.seniority === level.id));
    if (absent.length) found.push(said(words.gap_level, { levels: titles(absent) }));
    if (all.length > 2 && all.every((each) => each.ring === 0)) found.push(words.gap_all_close);
    if (!all.some((each) => each.ring === 0)) found.push(words.gap_none_close);
    return found.length ? found : [words.gap_none];
  };
  // Rows of two maps, which may be of two files: a need of one's own is known by its words.
  const same = (row) => (row.isOwn ? `own ${row.title.toLocaleLowerCase()}` : `${row.kind} ${row.id}`);
  const holders = (data, all, row) => [...everyone(data, all)].filter(([, each]) => each.parts.some(has(row)));
  const rowsOf = (before, after, from) => {
    const found = new Map();
    [before, after].forEach(({ data, all }, n) => from(data, named(all)).forEach((row) => {
      const pair = found.get(same(row)) ?? { title: row.title, who: [new Map(), new Map()] };
      pair.title = row.title;
      pair.who[n] = new Map(holders(data, all, row));
      found.set(same(row), pair);
    }));
    return [...found.values()];
  };
  const changes = (before, after) => {
    const old = everyone(before.data, before.all), next = everyone(after.data, after.all), found = [];
    const say = (text, who, more) => { if (who.length) found.push(said(text, { who: listed(who), ...more })); };
    const names = (all) => all.map(([, each]) => each.who);
    const stayed = [...next].filter(([key]) => old.has(key));
    say(words.change_added, names([...next].filter(([key]) => !old.has(key))));
    say(words.change_closer, names(stayed.filter(([key, each]) => each.ring < old.get(key).ring)));
    say(words.change_further, names(stayed.filter(([key, each]) => each.ring > old.get(key).ring)));
    say(words.change_rests, names([...old].filter(([key]) => !next.has(key))));
    for (const { title: role, who: [was, is] } of rowsOf(before, after, record.rows)) {
      const gained = names([...is].filter(([key]) => !was.has(key))), lost = names([...was].filter(([key]) => !is.has(key)));
      if (gained.length && lost.length) say(words.change_instead, gained, { role, others: listed(lost) });
      else say(was.size ? words.change_also : words.change_now, gained, { role });
      if (!gained.length) say(words.change_no_longer, lost, { role });
    }
    if (list.roles.length) {
      const pairs = rowsOf(before, after, record.needs);
      say(words.change_met, pairs.filter(({ who: [was, is] }) => !was.size && is.size).map(({ title }) => title));
      say(words.change_unmet, pairs.filter(({ who: [was, is] }) => was.size && !is.size).map(({ title }) => title));
    }
    return found.length ? found : [words.change_none];
  };
  // One person in a sentence: the same as the picture says, for those who do not see it.
  const sentence = (data) => (each) => {
    const place = each.place === "here" ? "" : words[`place_${each.place}`];
    const titles = (kind) => listed(each[kind].map((id) => record.titleOf(data, kind, id)));
    const parts = [each.seniority && record.titleOf(data, "levels", each.seniority), rings[ringOf(each)], titles("roles"), titles("needs"), place];
    const notes = [each.contact && `${words.contact}: ${each.contact}`, each.get && `${words.get}: ${each.get}`, each.give && `${words.give}: ${each.give}`, each.note];
    return `${each.initials}: ${[...parts, ...notes].filter(Boolean).join("; ")}`;
  };
  /** On whom one leans: those of whom something is noted, most tiles first, as the worksheet has them. */
  const leaned = (data, all) => named(all).filter((each) => each.contact || each.get || each.give || each.note)
    .map((each) => ({ each, n: tilesOf(data, named(all), { parts: [each] }) })).sort((one, other) => other.n - one.n);
  const isLong = (text) => text.trim().split(/\s+/).length > 3 || /\p{L}{4,}/u.test(text);
  return { named, has, gaps, changes, sentence, dots, ringOf, leaned, isLong, isTwice, said };
};

// What a network map says in words: who is missing, what hangs on one name, what changed. The rules
// of thumb are the kit's own, and nothing is counted into a grade.
const networkPeople = (list, words) => {
  "use strict";
  const MOST = 100;
  const said = (text, gaps) => text.replace(/\{(\w+)\}/g, (whole, gap) => gaps[gap] ?? whole);
  const { roles, needs, seniority, rings, limit } = list;
  const titles = roles.map((role) => role.title);
  const anyOf = (values, n) => (Array.isArray(values) ? values : []).filter((each) => typeof each === "string")
    .slice(0, 30).map((each) => each.slice(0, n));
  // A file may come from anywhere: what is of the right kind is taken, and cut to a size. Roles, needs
  // and seniority stay as they are: a file may be of a session with other lists, and nothing is lost.
  const person = (found) => ({
    initials: typeof found?.initials === "string" ? found.initials.slice(0, 60) : "",
    roles: anyOf(found?.roles, 80),
    needs: anyOf(found?.needs, 80),
    seniority: typeof found?.seniority === "string" ? found.seniority.slice(0, 80) : "",
    ring: Number.isInteger(found?.ring) && found.ring >= 0 ? Math.min(found.ring, rings.length - 1) : rings.length - 1,
    place: ["here", "department", "institution"].includes(found?.place) ? found.place : "here",
    note: typeof found?.note === "string" ? found.note.slice(0, 300) : "",
  });
  const people = (found) => (Array.isArray(found) && found.every((each) => typeof each === "object" && each) ? found.map(person) : null);
  const valid = (found) => {
    const now = people(found.now), later = people(found.later);
    if (!now || (found.later && !later)) return null;
    return [now, later].some((all) => all?.length > MOST) ? "too_many" : { now, later };
  };
  const named = (all) => all.filter((each) => each.initials.trim());
  const keyOf = (each) => each.initials.toLocaleLowerCase().replace(/[\s.]/g, "");
  const dots = (each) => "●".repeat(rings.length - each.ring);
  const listed = (items) => items.join(", ");
  // A name may have been added twice: its roles count together.
  const tilesOf = (all) => {
    const found = new Map();
    for (const each of all) {
      const before = found.get(keyOf(each)) ?? { who: each.initials, ring: each.ring, tiles: new Set() };
      each.roles.forEach((role) => before.tiles.add(role));
      before.ring = Math.min(before.ring, each.ring);
      found.set(keyOf(each), before);
    }
    return found;
  };
  const gaps = (everyone) => {
    const all = named(everyone), found = [];
    if (!all.length) return [words.gap_start];
    const empty = roles.filter((role) => !all.some((each) => each.roles.includes(role.title)));
    empty.filter((role) => role.first).forEach((role) => found.push(said(words.gap_first, { role: role.title })));
    for (const { who, tiles } of tilesOf(all).values()) {
      if (tiles.size > limit) found.push(said(words.gap_over, { who, n: tiles.size, limit }));
    }
    if (!all.some((each) => each.place !== "here")) found.push(words.gap_department);
    const others = empty.filter((role) => !role.first).map((role) => role.title);
    if (others.length) found.push(said(words.gap_roles, { roles: listed(others) }));
    const unmet = needs.filter((need) => !all.some((each) => each.needs.includes(need)));
    if (unmet.length) found.push(said(words.gap_needs, { needs: listed(unmet) }));
    const absent = seniority.filter((level) => !all.some((each) => each.seniority === level));
    if (absent.length) found.push(said(words.gap_level, { levels: listed(absent) }));
    if (all.length > 2 && all.every((each) => each.ring === 0)) found.push(words.gap_all_close);
    if (!all.some((each) => each.ring === 0)) found.push(words.gap_none_close);
    return found.length ? found : [words.gap_none];
  };
  const changes = (before, after) => {
    const old = tilesOf(named(before)), next = tilesOf(named(after)), found = [];
    for (const [key, { who, ring, tiles }] of next) {
      const was = old.get(key);
      if (!was) { found.push(said(words.change_added, { who })); continue; }
      if (ring < was.ring) found.push(said(words.change_closer, { who }));
      if (ring > was.ring) found.push(said(words.change_further, { who }));
      const taken = [...tiles].filter((role) => !was.tiles.has(role));
      if (taken.length) found.push(said(words.change_takes, { who, roles: listed(taken) }));
      for (const role of was.tiles) {
        if (tiles.has(role)) continue;
        const heirs = [...next].filter(([other, each]) => each.tiles.has(role) && !old.get(other)?.tiles.has(role)).map(([, each]) => each.who);
        found.push(heirs.length ? said(words.change_shared, { who, role, others: listed(heirs) }) : said(words.change_gives_up, { who, role }));
      }
    }
    for (const [key, { who }] of old) if (!next.has(key)) found.push(said(words.change_rests, { who }));
    return found.length ? found : [words.change_none];
  };
  // One person in a sentence: the same as the picture says, for those who do not see it.
  const sentence = (each) => {
    const place = each.place === "here" ? "" : words[`place_${each.place}`];
    const parts = [each.seniority, rings[each.ring], listed(each.roles), listed(each.needs), place, each.note];
    return `${each.initials}: ${parts.filter(Boolean).join("; ")}`;
  };
  const isLong = (text) => text.trim().split(/\s+/).length > 3 || /\p{L}{4,}/u.test(text);
  return { MOST, titles, person, valid, named, gaps, changes, sentence, dots, isLong, said };
};

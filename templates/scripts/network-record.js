// What a network map keeps: people with the ids of their roles, needs and seniority, the words of those
// ids beside them, and needs of one's own. A file may be of another language, of another list, or of a
// page of last year: what this page does not know is kept, shown, and can be taken off.
const networkRecord = (list, words) => {
  "use strict";
  const MOST = 100, FORMAT = 2;
  const OWN = /^own-([1-6])$/;
  const known = { roles: list.roles, needs: list.needs, levels: list.levels };
  const find = (kind, id) => known[kind].find((each) => each.id === id);
  const idOf = (kind, title) => known[kind].find((each) => each.title === title)?.id;
  const text = (found, most) => (typeof found === "string" ? [...found.slice(0, 2 * most)].slice(0, most).join("") : "");
  const texts = (found, most, n = 30) => (Array.isArray(found) ? found : []).filter((each) => typeof each === "string").slice(0, n).map((each) => text(each, most));
  const fresh = () => ({ names: { roles: {}, needs: {}, levels: {} }, own: Array(list.own).fill(""), changed: "", now: [], later: null });
  const ringOf = (found) => (Number.isInteger(found) && found >= 0 ? Math.min(found, 9) : list.rings.length - 1);
  // A file may come from anywhere: what is of the right kind is taken, and cut to a size.
  const person = (found) => ({
    initials: text(found?.initials, 60),
    roles: [...new Set(texts(found?.roles, 80))],
    needs: [...new Set(texts(found?.needs, 80))],
    seniority: text(found?.seniority, 80),
    ring: ringOf(found?.ring),
    place: ["here", "department", "institution"].includes(found?.place) ? found.place : "here",
    contact: text(found?.contact, 60),
    get: text(found?.get, 300),
    give: text(found?.give, 300),
    note: text(found?.note, 300),
  });
  // Files of the first format have titles where there are ids now. Where a page had no roles, the
  // needs were kept as such.
  const withIds = (each) => {
    const of = (kind, titles) => titles.map((title) => idOf(kind, title) ?? title), areNeeds = (title) => !idOf("roles", title) && idOf("needs", title);
    const found = person(each), needs = found.roles.filter(areNeeds);
    return {
      ...found,
      roles: of("roles", found.roles.filter((title) => !areNeeds(title))),
      needs: of("needs", [...new Set([...found.needs, ...needs])]),
      seniority: idOf("levels", found.seniority) ?? found.seniority,
    };
  };
  const people = (found, make) => (Array.isArray(found) && found.every((each) => typeof each === "object" && each) ? found.map(make) : null);
  const namesIn = (found) => Object.fromEntries(Object.entries(found && typeof found === "object" ? found : {})
    .filter(([, title]) => typeof title === "string").slice(0, 200).map(([id, title]) => [text(id, 80), text(title, 80)]));
  const isDate = (found) => typeof found === "string" && found.length < 40 && !Number.isNaN(Date.parse(found));
  const valid = (found) => {
    const make = (found.format ?? 1) < 2 ? withIds : person;
    const now = people(found.now, make), later = people(found.later, make);
    if (!now || (found.later && !later)) return null;
    if ([now, later].some((all) => all?.length > MOST)) return "too_many";
    const names = Object.fromEntries(Object.keys(known).map((kind) => [kind, namesIn(found.names?.[kind])]));
    const own = [...texts(found.own, 60, 6), ...fresh().own].slice(0, Math.max(list.own, Math.min(6, found.own?.length ?? 0)));
    const changed = [found.changed, found.saved].find(isDate) ?? "";
    const level = leveled(names);
    return { names, own, changed, now: now.map(level), later: later && later.map(level) };
  };
  // Seniority has no id but its place in the list. Where the words that came with it stand at another
  // place of this page's list, they count; in another language none do, and the place does.
  const leveled = (names) => (each) => ({ ...each, seniority: idOf("levels", names.levels[each.seniority]) ?? each.seniority });
  /** The words of an id: this page's own, else those that came with it. */
  const titleOf = (data, kind, id) => {
    const own = kind === "needs" && OWN.exec(id);
    if (own) return data.own[own[1] - 1]?.trim() || words.own_need;
    const names = data.names[kind];
    return find(kind, id)?.title ?? (Object.hasOwn(names, id) ? names[id] : id);
  };
  /** What this page does not know of a person or of several, to be shown beside what it knows. */
  const strange = (data, kind, all) => {
    const ids = new Set(all.flatMap((each) => each[kind]));
    return [...ids].filter((id) => !find(kind, id) && !(kind === "needs" && OWN.test(id)))
      .map((id) => ({ id, kind, title: titleOf(data, kind, id), isStrange: true }));
  };
  const ownNeeds = (data, all = []) => data.own.map((title, n) => ({ id: `own-${n + 1}`, kind: "needs", title: title.trim(), isOwn: true }))
    .filter((each) => each.title || all.some((who) => who.needs.includes(each.id)))
    .map((each) => ({ ...each, title: each.title || words.own_need }));
  const kinds = (kind) => known[kind].map((each) => ({ ...each, kind }));
  /** What is counted as tiles: roles, or the needs where a page has no roles. */
  const tiles = (data, all) => (list.roles.length ? kinds("roles") : [...kinds("needs"), ...ownNeeds(data, all)]);
  /** The rows of the mosaic: nobody is lost, whatever list their roles are of. */
  const rows = (data, all) => [...tiles(data, all), ...strange(data, "roles", all), ...(list.roles.length ? [] : strange(data, "needs", all))];
  const needs = (data, all) => [...kinds("needs"), ...ownNeeds(data, all)];
  const written = (data) => {
    const all = [...data.now, ...(data.later ?? [])], names = {};
    const used = { roles: all.flatMap((each) => each.roles), needs: all.flatMap((each) => each.needs), levels: all.map((each) => each.seniority) };
    for (const [kind, ids] of Object.entries(used)) {
      names[kind] = Object.fromEntries([...new Set(ids)].filter((id) => id && !(kind === "needs" && OWN.test(id))).map((id) => [id, titleOf(data, kind, id)]));
    }
    return { ...data, names };
  };
  return { MOST, FORMAT, fresh, person, valid, find, titleOf, strange, tiles, rows, needs, written };
};

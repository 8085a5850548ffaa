// The mosaic as a table, and the people one leans on most: what the worksheets have beside the map.
const networkMosaic = (list, words, model, record) => {
  "use strict";
  const { levels, rings } = list;
  const html = (tag, properties, ...inside) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...inside);
    return node;
  };
  const table = (className, title, heads, ...rows) => html("table", { className }, html("caption", {}, title),
    html("thead", {}, html("tr", {}, ...heads)), html("tbody", {}, ...rows));
  const head = (text) => html("th", { scope: "col" }, text);
  const tile = (who) => {
    const dots = html("span", {}, model.dots(who));
    dots.setAttribute("aria-hidden", "true");
    return html("span", { className: "tile", dir: "auto" }, `${who.initials.trim()} `, dots, html("span", { className: "visually-hidden" }, rings[model.ringOf(who)]));
  };
  /** Nobody is lost: who has no seniority yet, or no role, or one of another list, has a place of their own. */
  const mosaic = ({ data, all, title }) => {
    const levelOf = (each) => (record.find("levels", each.seniority) ? each.seniority : ""), rows = record.rows(data, all);
    const columns = all.every(levelOf) ? levels : [...levels, { id: "", title: words.no_level }];
    const places = rows.map((row) => ({ title: row.isStrange ? `${row.title} (${words.other_list})` : row.title, has: model.has(row) }));
    const isUnsaid = (each) => !rows.some((row) => model.has(row)(each));
    if (all.some(isUnsaid)) places.push({ title: words.unsaid, has: isUnsaid });
    const found = table("mosaic", title, [html("td", {}), ...columns.map((level) => head(level.title))], ...places.map((row) => html("tr", {},
      html("th", { scope: "row", dir: "auto" }, row.title),
      ...columns.map((level) => html("td", {}, ...all.filter((each) => levelOf(each) === level.id && row.has(each)).flatMap((who) => [tile(who), " "]))))));
    // On paper its rows share out the page, as those of the worksheet do.
    found.style.setProperty("--row", `${Math.max(7, Math.min(15, Math.floor(130 / Math.max(1, places.length))))}mm`);
    return found;
  };
  /** Who one leans on: tiles, last contact, what I get and give. Null where nothing of that is noted. */
  const leaning = ({ data, all, title }) => {
    const found = model.leaned(data, all);
    if (!found.length) return null;
    const noted = found.some(({ each }) => each.note), cell = (text) => html("td", { dir: "auto" }, String(text));
    return table("leaning", title, [words.initials, words.tiles, words.contact, words.get, words.give, ...(noted ? [words.note] : [])].map(head),
      ...found.map(({ each, n }) => html("tr", {}, html("th", { scope: "row", dir: "auto" }, each.initials.trim()),
        ...[n, each.contact, each.get, each.give, ...(noted ? [each.note] : [])].map(cell))));
  };
  return { mosaic, leaning, html };
};

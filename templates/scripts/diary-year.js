// A year of entries as a line over months and stages, and the same as a table.
const diaryYear = (() => {
  "use strict";
  const SPACE = "http://www.w3.org/2000/svg";
  const LEFT = 190, MONTH = 48, ROW = 30, TOP = 34, GAP = 24;
  const drawn = (name, values, words) => {
    const node = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(values)) node.setAttribute(key, value);
    if (words !== undefined) node.textContent = words;
    return node;
  };
  const short = (words) => (words.length > 26 ? `${words.slice(0, 25)}…` : words);
  const monthOf = (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

  /** Give the periods to choose from: twelve months up to this one, then each year. */
  const periods = (entries, today) => {
    const dated = entries.filter((each) => each.date), past = dated.filter((each) => each.date <= today);
    // Where all is to come, up to the last of it; else, a mistyped year would push all out of the picture.
    const newest = (past.length ? past : dated).reduce((last, each) => Math.max(last, monthOf(each.date)), monthOf(today));
    const years = [...new Set(dated.map((each) => each.date.slice(0, 4)))].sort().reverse();
    return [{ value: "last", from: newest - 11 }, ...years.map((year) => ({ value: year, from: Number(year) * 12 }))];
  };
  const within = (entries, from) => entries
    .filter((each) => each.date && monthOf(each.date) >= from && monthOf(each.date) < from + 12)
    .sort((one, other) => one.date.localeCompare(other.date));

  /** Draw entries, which stand in the order of their dates. `rows` are [id, title], last at the top. */
  const draw = (entries, from, rows, rings, words) => {
    const stages = [...rows].reverse(), high = TOP + stages.length * ROW, height = high + GAP + rings.length * ROW + 8;
    const width = LEFT + 12 * MONTH + 8;
    const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words.says, class: "year" });
    const names = words.months.split(" ");
    for (let n = 0; n < 12; n += 1) {
      const month = ((from + n) % 12 + 12) % 12, x = LEFT + n * MONTH;
      const year = n === 0 || month === 0 ? ` ${Math.floor((from + n) / 12)}` : "";
      svg.append(drawn("line", { x1: x, x2: x, y1: TOP - 6, y2: height - 8, class: "grid" }));
      svg.append(drawn("text", { x: x + 3, y: 14 }, names[month]));
      if (year) svg.append(drawn("text", { x: x + 3, y: 27, class: "year-number" }, year.trim()));
    }
    const rowAt = new Map();
    const named = (list, top) => list.forEach(([id, title], n) => {
      const y = top + n * ROW + ROW / 2;
      rowAt.set(`${top}/${id}`, y);
      svg.append(drawn("line", { x1: LEFT, x2: width - 8, y1: y, y2: y, class: "grid" }));
      svg.append(drawn("text", { x: LEFT - 8, y: y + 5, "text-anchor": "end" }, short(title)));
    });
    named(stages, TOP);
    named(rings, high + GAP);
    const across = (date) => {
      const days = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
      return LEFT + (monthOf(date) - from) * MONTH + 5 + (MONTH - 10) * (Number(date.slice(8)) - 1) / Math.max(1, days - 1);
    };
    const points = entries.map((each) => [across(each.date), rowAt.get(`${TOP}/${each.stage}`)]).filter(([, y]) => y !== undefined);
    if (points.length > 1) svg.append(drawn("polyline", { points: points.map((each) => each.map((n) => n.toFixed(1)).join(",")).join(" "), class: "line" }));
    for (const [x, y] of points) svg.append(drawn("circle", { cx: x.toFixed(1), cy: y, r: 5, class: "dot" }));
    for (const each of entries) for (const [id, ring] of Object.entries(each.rings)) {
      const y = rowAt.get(`${high + GAP}/${id}`), x = across(each.date).toFixed(1);
      if (y === undefined || !diaryRecord.isTouched(ring)) continue;
      svg.append(ring.mark
        ? drawn("text", { x, y: y + 5, "text-anchor": "middle", class: "mark" }, ring.mark === "tension" ? words.mark_tension : words.mark_buffer)
        : drawn("circle", { cx: x, cy: y, r: 5, class: "open" }));
    }
    return svg;
  };
  return { periods, within, draw };
})();

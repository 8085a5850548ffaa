// The two pictures: the map as SVG, the mosaic as a table. Everything is set as text, never as HTML.
const networkDrawing = (list, words, model) => {
  "use strict";
  const { spokes, seniority, rings, center, by } = list;
  const WIDE = 960, HIGH = 800, MIDDLE = [WIDE / 2, HIGH / 2], OUTER = 318, INNER = 46;
  const svg = (tag, attributes, text) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text) node.textContent = text;
    return node;
  };
  const html = (tag, properties, text) => {
    const node = Object.assign(document.createElement(tag), properties);
    if (text) node.textContent = text;
    return node;
  };
  const at = (angle, radius) => [MIDDLE[0] + radius * Math.cos(angle), MIDDLE[1] + radius * Math.sin(angle)];
  // The inner rings get more room than they would have by right: that is where names crowd.
  const edge = (ring) => INNER + (OUTER - INNER) * ((ring + 1) / rings.length) ** 0.85;
  const angleOf = (spoke) => -Math.PI / 2 + (2 * Math.PI * spoke) / Math.max(1, spokes.length);
  const short = (text) => {
    const signs = [...text.trim()];
    return signs.length > 7 ? `${signs.slice(0, 6).join("")}…` : signs.join("");
  };
  const widthOf = (text) => Math.max(40, 14 + short(text).length * 10);
  const lines = (text, room) => {
    const found = [""];
    for (const word of text.split(/\s+/)) {
      if (found.at(-1) && found.at(-1).length + word.length >= room) found.push("");
      found.push(`${found.pop()} ${word}`.trim());
    }
    return found;
  };
  // The rings' names stand between two spokes, and nobody is drawn over them.
  const ringNames = rings.map((text, n) => {
    const [x, y] = at(angleOf(Math.floor(spokes.length / 2) + 0.5), edge(n));
    return { text, x, y, w: text.length * 7.4 + 6, h: 18 };
  });
  // A place that is free, as near as can be to the spoke and to the middle of the ring.
  const placed = (marks, size, isLast) => {
    const taken = [...ringNames, { x: MIDDLE[0], y: MIDDLE[1], w: 2 * INNER - 14, h: 2 * INNER - 14 }], half = Math.PI / Math.max(1, spokes.length);
    const free = (x, y, w, h) => taken.every((each) => Math.abs(each.x - x) > (each.w + w) / 2 || Math.abs(each.y - y) > (each.h + h) / 2);
    for (const mark of marks) {
      const w = widthOf(mark.who.initials) * size + 8, h = (mark.who.seniority === seniority[2] ? 42 : 34) * size;
      const from = mark.who.ring ? edge(mark.who.ring - 1) + 8 : INNER + 14, to = edge(mark.who.ring) - 14;
      let best = null;
      for (const reach of [0.8, 1, spokes.length]) {
        for (let radius = Math.min(from + 8, to); radius <= to; radius += 7) {
          const step = 7 / radius, most = Math.min(Math.PI, half * reach);
          for (let off = 0; off <= most; off += step) {
            for (const turned of off ? [off, -off] : [0]) {
              const point = at(mark.angle + turned, radius);
              const cost = Math.abs(off) * radius + Math.abs(radius - (from + to) / 2) * 0.6;
              if ((!best || cost < best.cost) && free(point[0], point[1], w, h)) best = { x: point[0], y: point[1], w, h, cost };
            }
          }
        }
        if (best) break;
      }
      if (best) taken.push({ ...best, ...mark });
      else if (!isLast) return null;
    }
    return taken.filter((each) => each.who);
  };
  const layout = (all) => {
    const marks = all.flatMap((who) => {
      const own = who[by].map((title) => spokes.indexOf(title)).filter((each) => each >= 0);
      // Who has no spoke yet stands between two of them.
      const angles = own.length ? own.map(angleOf) : [angleOf(0.5)];
      return angles.map((angle, nth) => ({ who, angle, nth }));
    });
    for (const size of [1, 0.85, 0.7, 0.58]) {
      const found = placed(marks, size);
      if (found) return { size, marks: found, left: 0 };
    }
    // Where not all has room: everybody once before anybody is there twice, and the rest is told.
    const found = placed([...marks].sort((one, other) => one.nth - other.nth), 0.48, true);
    return { size: 0.48, marks: found, left: marks.length - found.length };
  };
  const shape = (level, w) => {
    const x = w / 2, own = { class: "mark" };
    if (level === 1) return svg("rect", { ...own, x: -x, y: -14, width: w, height: 28 });
    if (level === 2) return svg("path", { ...own, d: `M0 -20L${x + 6} 17H${-x - 6}Z` });
    if (level === 0) return svg("ellipse", { ...own, rx: x + 1, ry: 16 });
    return svg("rect", { ...own, x: -x, y: -14, width: w, height: 28, "stroke-dasharray": "4 3" });
  };
  const sign = (who, w) => {
    const node = svg("g", {});
    node.append(shape(seniority.indexOf(who.seniority), w));
    if (who.initials) node.append(svg("text", { class: "who", y: who.seniority === seniority[2] ? 13 : 5 }, short(who.initials)));
    if (who.place !== "here") node.append(svg("text", { class: "away", x: w / 2 + 3, y: -7 }, "★"));
    return node;
  };
  const map = (all, title) => {
    const root = svg("svg", { viewBox: `0 24 ${WIDE} ${HIGH - 48}`, role: "img", "aria-label": model.said(words.map_label, { title, n: all.length }) });
    [...rings.keys()].reverse().forEach((ring) => root.append(svg("circle", { class: "ring", cx: MIDDLE[0], cy: MIDDLE[1], r: edge(ring) })));
    spokes.forEach((title, n) => {
      const angle = angleOf(n), [x1, y1] = at(angle, INNER), [x2, y2] = at(angle, OUTER + 6), [x, y] = at(angle, OUTER + 18);
      root.append(svg("line", { class: "spoke", x1, y1, x2, y2 }));
      const across = Math.cos(angle), anchor = across > 0.2 ? "start" : across < -0.2 ? "end" : "middle";
      const rows = lines(title, 15), first = y + 6 - (rows.length - 1) * 9 + Math.sin(angle) * (rows.length * 9);
      rows.forEach((row, k) => root.append(svg("text", { class: "need", x, y: first + k * 19, "text-anchor": anchor }, row)));
    });
    root.append(svg("circle", { class: "me", cx: MIDDLE[0], cy: MIDDLE[1], r: INNER - 8 }));
    const me = lines(center, 8);
    me.forEach((row, k) => root.append(svg("text", { class: "my", x: MIDDLE[0], y: MIDDLE[1] + 6 + (k - (me.length - 1) / 2) * 17 }, row)));
    const found = layout(all);
    for (const { who, x, y } of found.marks) {
      const node = sign(who, widthOf(who.initials));
      node.setAttribute("class", "person");
      node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${found.size})`);
      root.append(node);
    }
    ringNames.forEach(({ text, x, y }) => root.append(svg("text", { class: "ring-name", x, y: y + 5 }, text)));
    return { root, left: found.left };
  };
  const key = () => {
    const node = html("ul", { className: "key" });
    const add = (who, text) => {
      const line = html("li", {}), picture = svg("svg", { viewBox: "-32 -28 76 46", "aria-hidden": "true" });
      picture.append(sign(who, 40));
      line.append(picture, html("span", {}, text));
      node.append(line);
    };
    seniority.forEach((level) => add({ seniority: level, place: "here", initials: "" }, level));
    add({ seniority: seniority[0], place: "department", initials: "" }, words.key_away);
    return node;
  };
  const mosaic = (all, title) => {
    const table = html("table", { className: "mosaic" }), head = html("tr", {}), body = html("tbody", {});
    const top = html("thead", {});
    // Nobody is lost: who has no seniority yet, or one of another list, has a column of their own.
    const levels = all.every((each) => seniority.includes(each.seniority)) ? seniority : [...seniority, ""];
    table.append(html("caption", {}, title));
    head.append(html("td", {}), ...levels.map((level) => html("th", { scope: "col" }, level || words.no_level)));
    for (const { title: role } of list.roles) {
      const line = html("tr", {});
      line.append(html("th", { scope: "row" }, role));
      for (const level of levels) {
        const cell = html("td", {});
        for (const who of all.filter((each) => (seniority.includes(each.seniority) ? each.seniority : "") === level && each.roles.includes(role))) {
          const tile = html("span", { className: "tile" }, `${who.initials.trim()} `), dots = html("span", {}, model.dots(who));
          dots.setAttribute("aria-hidden", "true");
          tile.append(dots, html("span", { className: "visually-hidden" }, rings[who.ring]));
          cell.append(tile);
        }
        line.append(cell);
      }
      body.append(line);
    }
    top.append(head);
    table.append(top, body);
    return table;
  };
  return { map, key, mosaic, html };
};

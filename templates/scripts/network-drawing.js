// The map as SVG, as the worksheet has it: oneself in the middle, spokes, rings, and a sign for each
// person on each of their spokes. Everything is set as text, never as HTML.
const networkDrawing = (list, words, model, record) => {
  "use strict";
  const { levels, rings, center } = list;
  const WIDE = 960, HIGH = 800, MIDDLE = [WIDE / 2, HIGH / 2], OUTER = 310, INNER = OUTER * 0.165;
  const DASHES = ["", "14 7", "0.1 8", "22 7 5 7"], STAR = "0,-9 2.1,-2.9 8.6,-2.8 3.4,1.1 5.3,7.3 0,3.6 -5.3,7.3 -3.4,1.1 -8.6,-2.8 -2.1,-2.9";
  const svg = (tag, attributes, text) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text) node.textContent = text;
    return node;
  };
  const at = (angle, radius) => [MIDDLE[0] + radius * Math.cos(angle), MIDDLE[1] + radius * Math.sin(angle)];
  const edge = (ring) => INNER + (OUTER - INNER) * ((ring + 1) / rings.length);

  // ---- words that fit ----
  const pen = document.createElement("canvas").getContext("2d"), family = getComputedStyle(document.getElementById("people")).fontFamily;
  const measure = (text, size = 17, weight = 400) => {
    pen.font = `${weight} ${size}px ${family}`;
    return pen.measureText(text).width;
  };
  const cut = (text, room, size, weight) => {
    const signs = [...text];
    if (measure(text, size, weight) <= room) return text;
    while (signs.length && measure(`${signs.join("")}…`, size, weight) > room) signs.pop();
    return `${signs.join("").trim()}…`;
  };
  // A word that is wider than its room is parted; what takes more than four lines is cut.
  const lines = (text, room, size, most = 4) => {
    const found = [""];
    for (const word of text.trim().split(/\s+/)) {
      if (found.at(-1) && measure(`${found.at(-1)} ${word}`, size) > room) found.push("");
      let line = `${found.pop()} ${word}`.trim();
      while (measure(line, size) > room) {
        let n = 1;
        while (measure(line.slice(0, n + 1), size) <= room) n += 1;
        found.push(line.slice(0, n));
        line = line.slice(n);
      }
      found.push(line);
    }
    return found.length > most ? [...found.slice(0, most - 1), cut(found.slice(most - 1).join(" "), room - 10, size)] : found;
  };

  // ---- the spokes ----
  // Those of one's own stand evenly among the others, with a name or without, as on the worksheet.
  const spread = (named, own) => {
    const total = named.length + own.length, rest = [...named], mine = [...own];
    const places = new Set(own.map((each, n) => Math.floor(((n + 1) * total) / own.length) - 1));
    return Array.from({ length: total }, (each, place) => (places.has(place) ? mine : rest).shift());
  };
  const spokesOf = (data, all, kind) => {
    const known = list[kind].map((each) => ({ ...each, kind }));
    const own = kind === "needs" ? data.own.map((title, n) => ({ id: `own-${n + 1}`, kind, title: title.trim() })) : [];
    const found = spread(known, own).map((row) => ({ title: row.title, has: model.has(row) }));
    const isStrange = (each) => record.strange(data, kind, [each]).length > 0;
    if (all.some(isStrange)) found.push({ title: words.other_list, has: isStrange });
    const isUnsaid = (each) => !each[kind].length;
    if (all.some(isUnsaid)) found.push({ title: words.unsaid, has: isUnsaid });
    // So turned that no spoke lies level, where its words would have the least room.
    const step = (2 * Math.PI) / found.length, first = -Math.PI / 2 + (found.length % 4 ? 0 : step / 2);
    return found.map((each, n) => ({ ...each, angle: first + step * n }));
  };
  // The rings' names stand along them between the first two spokes, and nobody is drawn over them. Where
  // one has no room there, all of them are in the key, as on the worksheet.
  const ringNamesOf = (spokes, larger) => {
    const half = Math.PI / spokes.length, angle = spokes[0].angle + half, turn = angle + Math.PI / 2;
    const across = Math.abs(Math.cos(turn)), down = Math.abs(Math.sin(turn));
    if (rings.some((text, n) => measure(text, 14 * larger) > 1.8 * half * edge(n))) return [];
    return rings.map((text, n) => {
      const [x, y] = at(angle, edge(n)), long = measure(text, 14 * larger) + 8, high = 16 * larger;
      return { text, x, y, turn: (turn * 180) / Math.PI, w: long * across + high * down, h: long * down + high * across };
    });
  };

  // ---- the signs ----
  const isJunior = (who) => Boolean(levels[2]) && who.seniority === levels[2].id;
  const sized = (who) => {
    const whole = who.initials.trim(), small = Math.max(0.78, Math.min(1, 76 / Math.max(1, measure(whole, 17, 600))));
    const size = 17 * small, text = cut(whole, 90, size, 600), wide = measure(text, size, 600);
    return isJunior(who) ? { text, size, w: Math.max(52, wide / 0.6 + 8), h: 52 } : { text, size, w: Math.max(40, wide + 16), h: 34 };
  };
  const shape = (level, w) => {
    const x = w / 2, own = { class: "mark" };
    if (level === 1) return svg("rect", { ...own, x: -x, y: -14, width: w, height: 28 });
    if (level === 2) return svg("path", { ...own, d: `M0 -26L${x} 17H${-x}Z` });
    if (level === 0) return svg("ellipse", { ...own, rx: x + 1, ry: 16 });
    return svg("rect", { ...own, x: -x, y: -14, width: w, height: 28, "stroke-dasharray": "4 3" });
  };
  const sign = (who) => {
    const node = svg("g", {}), { text, size, w } = sized(who);
    node.append(shape(levels.findIndex((each) => each.id === who.seniority), w));
    if (text) node.append(svg("text", { class: "who", y: isJunior(who) ? 13 : 5.5, "font-size": size.toFixed(1) }, text));
    if (who.place !== "here") node.append(svg("polygon", { class: "away", points: STAR, transform: `translate(${isJunior(who) ? w / 4 + 10 : w / 2 + 2} -11)` }));
    return node;
  };

  // ---- where there is room ----
  // A place that is free, as near as can be to the spoke and to the middle of the ring.
  const placed = (spokes, marks, size, larger, isLast) => {
    const taken = [...ringNamesOf(spokes, larger), { x: MIDDLE[0], y: MIDDLE[1], w: 2 * INNER - 14, h: 2 * INNER - 14 }], half = Math.PI / spokes.length;
    const free = (x, y, w, h) => taken.every((each) => Math.abs(each.x - x) > (each.w + w) / 2 || Math.abs(each.y - y) > (each.h + h) / 2);
    for (const mark of marks) {
      const { w: own, h: high } = mark.size, w = own * size + 10, h = high * size, ring = model.ringOf(mark.who);
      const from = ring ? edge(ring - 1) + 8 : INNER + 14, to = edge(ring) - 14;
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
      if (best) taken.push({ ...mark, ...best });
      else if (!isLast) return null;
    }
    return taken.filter((each) => each.who);
  };
  const layout = (spokes, all, larger) => {
    const marks = all.flatMap((who) => spokes.filter((spoke) => spoke.has(who)).map(({ angle }, nth) => ({ who, angle, nth, size: sized(who) })));
    for (const size of new Set([larger, 1, 0.85, 0.7, 0.58])) {
      const found = placed(spokes, marks, size, larger);
      if (found) return { size, marks: found, left: 0 };
    }
    // Where not all has room: everybody once before anybody is there twice, and the rest is told.
    const found = placed(spokes, [...marks].sort((one, other) => one.nth - other.nth), 0.48, larger, true);
    return { size: 0.48, marks: found, left: marks.length - found.length };
  };

  // ---- the picture ----
  const drawSpoke = (root, { title, angle }, larger) => {
    const [x1, y1] = at(angle, INNER), [x2, y2] = at(angle, OUTER + 6);
    root.append(svg("line", { class: "spoke", x1, y1, x2, y2 }), svg("circle", { class: title ? "end dot" : "end", cx: x2, cy: y2, r: 4 }));
    const across = Math.cos(angle), anchor = across > 0.2 ? "start" : across < -0.2 ? "end" : "middle";
    // Above and below, words stand clear of the dot with their height, at the sides with their start.
    const [x, y] = at(angle, OUTER + 18 + (anchor === "middle" ? 9 * larger : 0));
    const room = anchor === "middle" ? 240 : Math.min(240, WIDE / 2 - Math.abs(x - MIDDLE[0]) - 4);
    if (!title) {
      const from = x - { start: 0, middle: 60, end: 120 }[anchor], to = from + 120;
      root.append(svg("line", { class: "blank", x1: Math.max(4, from), x2: Math.min(WIDE - 4, to), y1: y + 6, y2: y + 6 }));
      return;
    }
    const shown = lines(title, room, 17 * larger), half = (shown.length - 1) * 9 * larger, first = y + 6 * larger - half + Math.sin(angle) * half;
    shown.forEach((row, k) => root.append(svg("text", { class: "need", x, y: first + k * 19 * larger, "text-anchor": anchor }, row)));
  };
  /** Draws the map of some people, by their needs or by their roles; says for how many signs there was no room.
      Where it is one of two, side by side, its words are larger: it stands in half the width. */
  const map = ({ data, all, title, by, isHalf }) => {
    const larger = isHalf ? 1.3 : 1, more = 80 * (larger - 1) + 10;
    const root = svg("svg", { viewBox: `0 ${12 - more} ${WIDE} ${HIGH - 24 + 2 * more}`, style: `--larger: ${larger}`, role: "img", "aria-label": model.said(words.map_label, { title, n: all.length }) });
    const spokes = spokesOf(data, all, by);
    rings.forEach((name, ring) => root.append(svg("circle", { class: "ring", cx: MIDDLE[0], cy: MIDDLE[1], r: edge(ring), "stroke-dasharray": DASHES[ring % 4] })));
    spokes.forEach((spoke) => drawSpoke(root, spoke, larger));
    root.append(svg("circle", { class: "me", cx: MIDDLE[0], cy: MIDDLE[1], r: INNER }));
    const me = lines(center, 2 * INNER - 16, 18, 3);
    me.forEach((row, k) => root.append(svg("text", { class: "my", x: MIDDLE[0], y: MIDDLE[1] + 6 + (k - (me.length - 1) / 2) * 20 }, row)));
    const found = layout(spokes, all, larger);
    const names = ringNamesOf(spokes, larger);
    names.forEach(({ text, x, y, turn }) => root.append(svg("text", { class: "ring-name", x, y: y + 5, transform: `rotate(${turn.toFixed(1)} ${x} ${y})` }, text)));
    for (const { who, x, y } of found.marks) {
      const node = sign(who);
      node.setAttribute("class", "person");
      node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${found.size})`);
      root.append(node);
    }
    return { root, left: found.left, isNamed: names.length > 0 };
  };
  /** What a sign means, each with its picture; and what a ring is, where its name has no room on the map. */
  const key = (isNamed) => {
    const away = { seniority: levels[0].id, place: "department", initials: "" };
    const signs = [...levels.map((level) => [{ seniority: level.id, place: "here", initials: "" }, level.title]), [away, words.key_away]];
    const drawn = (what, text) => {
      const picture = svg("svg", { viewBox: "-32 -30 76 50", "aria-hidden": "true" });
      picture.append(what);
      return [picture, text];
    };
    const line = (text, n) => drawn(svg("line", { class: "ring", x1: -28, x2: 40, y1: 0, y2: 0, "stroke-dasharray": DASHES[n % 4] }), text);
    return [...signs.map(([who, text]) => drawn(sign(who), text)), ...(isNamed ? [] : rings.map(line))];
  };
  return { map, key };
};

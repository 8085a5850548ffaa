// Lets a worksheet be filled in on the screen: lines, boxes, ticks and tables become controls.
// A place to write keeps its answer under its block's id and its own words, never under a position:
// an answer cannot come to stand beside another question. `keep-answers.js` keeps them.
const fillIn = (() => {
  "use strict";
  const page = document.getElementById("content");
  if (!page.dataset.fillIn) return null;  // a template of one's own, made without it
  const { words } = JSON.parse(page.dataset.fillIn);
  const fields = new Map(), lists = new Map();
  const changed = () => page.dispatchEvent(new Event("answered"));

  const made = (tag, properties = {}, ...inside) => {
    const { label, ...others } = properties;
    const node = Object.assign(document.createElement(tag), others);
    if (label) node.setAttribute("aria-label", label);
    node.append(...inside);
    return node;
  };
  const said = (word, values) => word.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
  const wordsOf = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");
  const keep = (name, field) => {
    let own = name;
    for (let count = 2; fields.has(own); count += 1) own = `${name} (${count})`;
    fields.set(own, field);
    return own;
  };

  // ---- places to write ----
  const writing = (name, label, rows, paper, at) => {
    const control = made("textarea", { rows, label, className: "writing", autocomplete: "off" });
    const answer = made("span", { className: "answer" });
    const grow = () => {
      if (CSS.supports("field-sizing", "content")) return;
      control.style.height = "auto";
      control.style.height = `${control.scrollHeight + 2}px`;
    };
    const show = () => {
      answer.textContent = control.value;
      const filled = control.value.trim() !== "";
      [answer, ...paper].forEach((each) => each.classList.toggle("filled", filled));
      grow();
    };
    const write = (value) => {
      const fits = typeof value === "string";
      if (fits) { control.value = value; show(); }
      return fits;
    };
    control.style.setProperty("--rows", rows);
    answer.style.setProperty("--rows", rows);
    control.addEventListener("input", () => { show(); changed(); });
    paper.forEach((each) => each.classList.add("on-paper"));
    at(control, answer);
    keep(name, { read: () => control.value.trim() && control.value, write });
    return control;
  };
  const ticking = (name, label, place) => {
    const control = made("input", { type: "checkbox", className: place.className });
    if (label) control.setAttribute("aria-label", label);
    control.addEventListener("change", changed);
    place.replaceWith(control);
    const write = (value) => { control.checked = value === true; return value === true || !value; };
    keep(name, { read: () => control.checked, write });
    return control;
  };
  // One of several. What was chosen by mistake is taken back by choosing it again, or by Delete.
  const choosing = (name, places, nameOf) => {
    let chosen = null;
    const group = keep(name, { read: () => chosen?.value ?? "", write: (value) => choose(value) });
    const controls = places.map((place) => {
      const value = place.closest("[data-value]")?.dataset.value ?? wordsOf(place);
      const control = made("input", {
        type: "radio", name: group, value, label: nameOf(place, value), className: place.className,
      });
      control.dataset.mark = wordsOf(place);
      const back = () => { choose(""); changed(); };
      control.addEventListener("click", () => {
        if (chosen === control) return back();
        chosen = control;
        changed();
      });
      control.addEventListener("keydown", (event) => {
        if (["Delete", "Backspace"].includes(event.key) && chosen) back();
      });
      place.replaceWith(control);
      return control;
    });
    const choose = (value) => {
      chosen = controls.find((each) => each.value === value) ?? null;
      controls.forEach((each) => { each.checked = each === chosen; });
      return chosen !== null || value === "";
    };
  };

  // ---- the blocks of a sheet ----
  const questionOf = (block) => {
    const prompt = block.querySelector(".prompt")?.cloneNode(true);
    prompt?.querySelectorAll(".example").forEach((each) => each.remove());
    return wordsOf(prompt) || wordsOf(block.querySelector("h3, .card-label"))
      || wordsOf(block.closest(".sheet")?.querySelector("h2"));
  };
  const note = (text, after) => after.after(made("p", { className: "fill-note screen-only" }, text));
  const fillLines = (block, id) => {
    for (const lines of block.querySelectorAll(".lines")) {
      writing(`${id}/lines`, questionOf(block), lines.children.length, [lines],
        (...both) => lines.after(...both));
    }
    for (const box of block.querySelectorAll(".draw-box")) {
      writing(`${id}/box`, questionOf(block), 4, [box], (...both) => box.after(...both));
    }
  };
  const fillRules = (block, id) => {
    const rules = block.matches(".name-line") ? [block.querySelector(".slip-rule")]
      : block.querySelectorAll(".slip-line > .slip-rule");
    for (const rule of rules) {
      const line = rule?.parentElement, label = wordsOf(line?.querySelector("b, span"));
      if (!label) continue;
      const more = [];
      for (let next = line.nextElementSibling; next?.matches(".slip-line") && !wordsOf(next);
        next = next.nextElementSibling) more.push(next);
      line.classList.add("field-line");
      writing(`${id}/${label}`, label, 1 + more.length, more,
        (...both) => line.append(...both));
    }
  };
  const fillTicks = (block, id) => {
    let own = 0;
    for (const item of block.querySelectorAll("li > .check")) {
      const line = item.parentElement;
      const rule = line.matches(".blank") && line.querySelector(".write-in");
      if (rule) {
        const label = said(words.own, { n: own += 1 });
        ticking(`${id}/own ${own}/tick`, label, item);
        writing(`${id}/own ${own}`, label, 1, [rule], (...both) => rule.after(...both));
      } else {
        const control = ticking(`${id}/${wordsOf(line)}`, "", item);
        line.append(made("label", {}, ...line.childNodes));
        control.parentElement.prepend(control);
      }
    }
  };
  const fillTable = (block, id) => {
    for (const table of block.querySelectorAll("table.fill, table.grid")) {
      const heads = [...table.querySelectorAll("thead tr:last-child > *")].map(wordsOf);
      let own = 0;
      for (const row of table.querySelectorAll("tbody tr")) {
        const head = row.querySelector("th");
        const name = row.dataset.row || wordsOf(head) || `own ${own += 1}`;
        const label = wordsOf(head) || said(words.row, { n: own });
        for (const [at, cell] of [...row.children].entries()) {
          const column = cell.dataset.label || heads[at] || "";
          const both = column ? `${label}: ${column}` : label;
          const rule = !wordsOf(cell) && cell.querySelector(".write-in, .gap-box");
          const picks = [...cell.querySelectorAll(".pick")];
          if (rule) {
            const control = writing(`${id}/${name}/${column}`, both, 1, [rule], (...two) => rule.after(...two));
            if (rule.matches(".gap-box")) Object.assign(control, { maxLength: 6, inputMode: "text" });
          } else if (picks.length) {
            choosing(`${id}/${name}/${column}`, picks, (_, value) => `${both}: ${value}`);
          } else if (cell.matches(".with-room")) {
            writing(`${id}/${name}/${column}`, `${both}: ${words.add}`, 1, [], (...two) => cell.append(...two));
          } else if (cell.matches("td") && !cell.textContent.trim() && !cell.querySelector("*")) {
            cell.classList.add("cell-field");
            if (!cell.dataset.label) cell.dataset.label = column;
            writing(`${id}/${name}/${column}`, both, 1, [], (...two) => cell.append(...two));
          }
        }
        const ticks = [...row.querySelectorAll("td.tick > .check")];
        ticks.forEach((each) => { each.parentElement.dataset.value = each.parentElement.dataset.label; });
        if (ticks.length) choosing(`${id}/${name}`, ticks, (_, value) => `${label}: ${value}`);
      }
    }
  };
  // A map cannot be drawn with a keyboard: a list says who stands where. It grows as asked.
  const fillMap = (block, id) => {
    for (const map of block.querySelectorAll("[data-places]")) {
      const choices = JSON.parse(map.dataset.places);
      const list = made("ol", { className: "placed" });
      let count = 0;
      const more = () => {
        const n = count += 1, line = made("li");
        writing(`${id}/${n}/who`, said(words.placed, { n }), 1, [], (...both) => line.append(...both));
        for (const [label, options] of choices) {
          const select = made("select", { label: `${said(words.placed, { n })}: ${label}` },
            made("option", { value: "" }, `${label} …`),
            ...options.map((each) => made("option", { value: each }, each)));
          const answer = made("span", { className: "answer" });
          const show = () => {
            answer.textContent = select.value;
            answer.classList.toggle("filled", select.value !== "");
          };
          select.addEventListener("change", () => { show(); changed(); });
          line.append(select, answer);
          const write = (value) => {
            select.value = value;
            show();
            return value === "" || select.value === value;
          };
          keep(`${id}/${n}/${label}`, { read: () => select.value, write });
        }
        list.append(line);
        return line;
      };
      const add = made("button", { type: "button", className: "fill-more screen-only" }, words.more);
      add.addEventListener("click", () => more().querySelector("textarea").focus());
      map.after(list, add);
      note(words.map, map);
      lists.set(id, (n) => { while (count < Math.min(n, 60)) more(); });
      lists.get(id)(4);
    }
  };
  const blocks = [...page.querySelectorAll("[data-block]")];
  for (const block of blocks) {
    const id = block.dataset.block;
    [fillLines, fillRules, fillTicks, fillTable, fillMap].forEach((fill) => fill(block, id));
    const signature = [...block.querySelectorAll(".signature")].pop();
    if (signature) note(words.sign, signature);
  }
  // What scrolls is reached by its fields: one stop fewer on the way through the page.
  for (const scroll of page.querySelectorAll(".scroll:has(.writing)")) scroll.removeAttribute("tabindex");
  for (const label of page.querySelectorAll(".sheet .private")) {
    note(words.private, label.closest(".sheet-head"));
  }
  document.body.classList.add("filling");
  return { page, words, fields, lists, made, said };
})();

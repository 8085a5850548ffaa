// One doubt after another, by keyboard first. What is decided is saved before the next one is shown.
(() => {
  "use strict";
  const at = (id) => document.getElementById(id);
  const base = at("content").dataset.base;
  const AT_ONCE = 24;
  let again = false, beside = false, every = [], pages = {}, parts = false;
  let waiting = [], blanks = [], copies = [], decided = [], current = null, chosen = new Set(), busy = false;

  const send = async (what, body) => {
    const reply = await fetch(`${base}/${what}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
    const said = await reply.json();
    if (!said.saved) throw new Error(said.why);
  };

  const trouble = (error) => {
    at("trouble").hidden = !error;
    if (error) at("trouble").textContent = error instanceof TypeError
      ? "Not saved: the command in the terminal has ended. Start kit review again; nothing that was saved is lost."
      : `Not saved: ${error.message}`;
  };

  // Nothing is done twice by a key that is held, and nothing is lost by one pressed too early.
  const alone = (work) => async () => {
    if (busy) return;
    busy = true;
    try { await work(); trouble(null); show(); } catch (error) { trouble(error); } finally { busy = false; }
  };

  // Letters of answers that have no number; those that do something else are not among them.
  const LETTERS = "BCDEFGHIJKLMPQRVXY";
  const key_of = (value, index) => /^\d$/.test(value) ? value
    : value === "10" ? "T" : value === "na" ? "A" : value === "other" ? "O" : LETTERS.charAt(index);

  const settle = (said) => alone(async () => {
    const doubt = current;
    await send("settle", { response: doubt.response, field: doubt.field, said });
    decided.push([doubt]);
    doubt.was = doubt.now;
    doubt.now = said.map((value) => (doubt.choices.find((each) => each[0] === value) || [value, value])[1]).join(", ") || "–";
    waiting = waiting.filter((each) => each !== doubt);
  })();

  const choose = (value) => {
    if (current.answered === "one") { settle([value]); return; }
    if (!chosen.delete(value)) chosen.add(value);
    mark_chosen();
  };

  const mark_chosen = () => {
    for (const button of at("choices").children) {
      button.setAttribute("aria-pressed", String(chosen.has(button.value)));
    }
    at("accept").firstChild.textContent = "Save ";
  };

  const undo = alone(async () => {
    const last = decided.at(-1);
    if (!last) return;
    for (const doubt of last) {
      await send("take-back", { response: doubt.response, field: doubt.field });
      doubt.now = doubt.was;
    }
    decided.pop();
    if (last.length > 1) blanks = [...last, ...blanks]; else waiting = [...last, ...waiting];
  });

  const later = () => { waiting = [...waiting.filter((each) => each !== current), current]; show(); };

  const confirm_blanks = alone(async () => {
    const boxes = [...at("places").querySelectorAll("input")];
    const shown = blanks.slice(0, boxes.length);
    const empty = shown.filter((_, index) => boxes[index].checked);
    const others = shown.filter((_, index) => !boxes[index].checked);
    if (empty.length) {
      await send("blanks", { places: empty.map((each) => [each.response, each.field]) });
      decided.push(empty);
    }
    blanks = blanks.slice(boxes.length);
    waiting = [...waiting, ...others];
  });

  const button = (value, words, cap, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.value = value;
    const shown = document.createElement("kbd");
    shown.textContent = cap;
    shown.hidden = !cap;
    made.append(shown, ` ${words}`);
    made.addEventListener("click", act);
    return made;
  };

  const show_one = () => {
    current = waiting[0];
    chosen = new Set(current.answered === "several" ? current.suggestion : []);
    at("where").textContent = [`Response ${current.response}`, current.session, current.source].filter(Boolean).join(" · ");
    at("ask").textContent = current.ask;
    at("reason").classList.toggle("doubt", !again);
    at("reason").textContent = current.reason + (/[.?!]$/.test(current.reason) ? "" : ".");
    const picture = at("picture");
    at("paper").classList.toggle("none", !current.picture);
    if (current.picture) picture.src = `${base}/picture/${current.picture}`; else picture.removeAttribute("src");
    picture.alt = current.picture ? `What stands on paper at: ${current.ask}` : "";
    const words = current.answered === "text";
    at("words").hidden = !words;
    at("choices").hidden = words;
    at("choices").replaceChildren(...current.choices.map(([value, label], index) => {
      const made = button(value, label, key_of(value, index), () => choose(value));
      made.classList.toggle("suggested", current.suggestion.includes(value));
      return made;
    }));
    const several = current.answered === "several";
    at("accept").hidden = words || !(several || current.suggestion.length === 1);
    at("accept").firstChild.textContent = "As suggested ";
    if (several) mark_chosen();
    at("later").hidden = waiting.length < 2;
    if (words) { at("typed").value = current.suggestion.join(" "); at("typed").focus(); } else { at("ask").focus(); }
    const next = waiting[1];
    if (next && next.picture) new Image().src = `${base}/picture/${next.picture}`;
  };

  // The whole sheet: beside the answer, or as large as the window.
  const page_of = (name, words) => {
    const picture = document.createElement("img");
    picture.src = `${base}/picture/${name}`;
    picture.alt = words;
    picture.loading = "lazy";  // a pile of halves has many
    return picture;
  };

  const show_sheet = () => {
    const names = pages[current ? current.response : again && every.length ? every[0].response : ""] || [];
    const open = beside && names.length > 0;
    at("whole").hidden = !names.length;
    at("whole").setAttribute("aria-expanded", String(open));
    at("sheet").hidden = !open;
    at("parting").hidden = !parts;
    document.body.classList.toggle("with-sheet", open);
    if (!open || at("pages").dataset.of === names.join()) return;
    at("pages").dataset.of = names.join();
    at("pages").replaceChildren(...names.map((name, index) => {
      const made = document.createElement("button");
      made.type = "button";
      made.append(page_of(name, `Page ${index + 1} of the sheet`));
      made.addEventListener("click", () => enlarge(index));
      return made;
    }));
  };

  const enlarge = (index = 0) => {
    if (at("sheet").hidden) return;
    at("large-pages").replaceChildren(...[...at("pages").querySelectorAll("img")].map((each) => each.cloneNode()));
    at("large").showModal();
    at("large-pages").focus();
    at("large-pages").children[index].scrollIntoView();
  };

  const whole = () => { beside = !beside; show_sheet(); };

  const jump = (doubt) => { waiting = [doubt, ...waiting.filter((each) => each !== doubt)]; show(); };

  const show_all = () => {
    at("all").hidden = !again;
    if (!again) return;
    at("answers").replaceChildren(...every.map((doubt) => {
      const place = document.createElement("li"), made = document.createElement("button");
      const ask = document.createElement("span"), now = document.createElement("b");
      made.type = "button";
      ask.textContent = doubt.ask;
      now.textContent = doubt.now;
      made.append(ask, now);
      if (doubt === current) made.setAttribute("aria-current", "true");
      made.addEventListener("click", () => jump(doubt));
      place.append(made);
      return place;
    }));
  };

  const show_blanks = () => {
    at("places").replaceChildren(...blanks.slice(0, AT_ONCE).map((doubt) => {
      const place = document.createElement("li"), label = document.createElement("label");
      const box = document.createElement("input"), words = document.createElement("span");
      box.type = "checkbox";
      box.checked = true;
      words.textContent = doubt.ask;
      if (doubt.picture) {
        const picture = document.createElement("img");
        picture.src = `${base}/picture/${doubt.picture}`;
        picture.alt = "What stands on paper there";
        words.append(picture);
      }
      label.append(box, words);
      place.append(label);
      return place;
    }));
    at("blanks-title").focus();
  };

  const show_copies = () => {
    at("sheets").replaceChildren(...copies.map((copy) => {
      const place = document.createElement("li"), row = document.createElement("div");
      row.className = "more";
      const decide = (keep) => alone(async () => {
        await send("copy", { response: copy.response, keep });
        copies = copies.filter((each) => each !== copy);
        if (keep) await load();  // what is in doubt on it is to be looked at now
      });
      const name = document.createElement("h3"), table = document.createElement("table");
      name.textContent = `${copy.token ? `Sheet ${copy.token}` : "A sheet without a number"}, ${copy.session}`;
      const head = table.createTHead().insertRow();
      for (const words of ["Question", "Counted", `This one (${copy.response})`]) {
        const cell = document.createElement("th");
        cell.scope = "col";
        cell.textContent = words;
        head.append(cell);
      }
      const body = table.createTBody();
      for (const [ask, kept, here] of copy.rows) {
        const line = body.insertRow();
        for (const words of [ask, kept, here]) line.insertCell().textContent = words;
        line.classList.toggle("other", kept !== here);
      }
      const drop = button("drop", "The same sheet again: leave it out", "L", () => {
        // It is removed with every trace: asked twice, since it cannot be taken back.
        if (drop.dataset.sure) { decide(false)(); return; }
        drop.dataset.sure = "yes";
        drop.lastChild.textContent = " Remove it with every trace? Press again";
      });
      const others = document.createElement("div");
      others.className = "others";
      others.append(...copy.pages.map((picture) => page_of(picture, `A page of ${copy.response}`)));
      others.append(...copy.others.map(([other, pictures]) => {
        const made = button(other, `It is the other side of ${other}`, "→", alone(async () => {
          await send("join", { response: copy.response, to: other });
          await load();
        }));
        made.className = "plain";
        made.append(...pictures.map((picture) => page_of(picture, `A page of ${other}`)));
        return made;
      }));
      row.append(button("keep", "Another person filled it in: it counts", "C", decide(true)), drop);
      // A half that is beside nothing that counts is seen by its picture.
      const alone_here = copy.pages.length && copy.rows.every(([, kept]) => !kept);
      place.append(name, others, ...(alone_here ? [] : [table]), row);
      return place;
    }));
    at("copies-title").focus();
  };

  const show = () => {
    const count = waiting.length + blanks.length;
    const look = (number) => `${number} ${number === 1 ? "answer" : "answers"} to look at`;
    at("left").textContent = count ? `${look(count)}${blanks.length ? `, ${blanks.length} of them seem blank` : ""}`
      : copies.length ? `${copies.length} ${copies.length === 1 ? "sheet" : "sheets"} to decide about` : "Nothing left to look at";
    const state = waiting.length ? "one" : blanks.length ? "blanks" : copies.length ? "copies" : "done";
    for (const id of ["one", "blanks", "copies", "done"]) at(id).hidden = id !== state;
    for (const id of ["undo", "undo-blanks", "undo-done"]) at(id).disabled = !decided.length;
    if (state === "one") show_one(); else current = null;
    if (state === "blanks") show_blanks();
    if (state === "copies") show_copies();
    if (state === "done") at("done-title").focus();
    show_sheet();
    show_all();
  };

  const accept = () => {
    if (!current || current.answered === "text") return;
    if (current.answered === "several") settle([...chosen]);
    else if (current.suggestion.length === 1) settle(current.suggestion);
  };

  // An empty box is no decision: somebody may have pressed the key too soon.
  const save_words = () => {
    const typed = at("typed").value.trim();
    if (typed) settle([typed]); else trouble(new Error("nothing is typed. Where nothing is written, choose “Nothing answered” (Esc, then N)."));
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (at("large").open) { if (event.key.toUpperCase() === "Z") at("large").close(); return; }
    const typing = event.target === at("typed");
    if (event.key === "Escape" && typing) { at("typed").blur(); return; }
    if (typing) {
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); save_words(); }
      return;
    }
    const pressed = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    if (pressed === "Enter" && event.target instanceof HTMLButtonElement) return;
    const acts = { U: undo, Z: () => enlarge() };
    if (current) {
      Object.assign(acts, { N: () => settle([]), S: later, W: whole, Enter: accept });
      for (const each of at("choices").children) acts[each.firstChild.textContent] = () => choose(each.value);
    } else if (!at("blanks").hidden) acts.Enter = confirm_blanks;
    else if (!at("copies").hidden) {
      for (const [key, value] of [["C", "keep"], ["L", "drop"]]) {
        const first = at("sheets").querySelector(`button[value=${value}]`);
        if (first) acts[key] = () => first.click();
      }
    }
    if (acts[pressed]) { event.preventDefault(); acts[pressed](); }
  });
  // In the box, keys are letters: how to leave it stands on the buttons.
  const caps = () => {
    for (const id of ["blank", "later", "whole", "undo"]) {
      const cap = at(id).querySelector("kbd");
      cap.dataset.key ||= cap.textContent;
      cap.textContent = `${document.activeElement === at("typed") ? "Esc " : ""}${cap.dataset.key}`;
    }
  };
  for (const event of ["focus", "blur"]) at("typed").addEventListener(event, caps);
  at("words").addEventListener("submit", (event) => { event.preventDefault(); save_words(); });
  at("accept").addEventListener("click", accept);
  at("blank").addEventListener("click", () => settle([]));
  at("later").addEventListener("click", later);
  at("whole").addEventListener("click", whole);
  at("enlarge").addEventListener("click", () => enlarge());
  at("part").addEventListener("click", () => {
    if (!at("part").dataset.sure) {
      at("part").dataset.sure = "yes";
      at("part").textContent = "The back is kept and not counted, for kit review to ask about. Press again";
      return;
    }
    alone(async () => { await send("part", { response: every[0].response }); await load(); })();
  });
  at("smaller").addEventListener("click", () => at("large").close());
  at("confirm").addEventListener("click", confirm_blanks);
  for (const id of ["undo", "undo-blanks", "undo-done"]) at(id).addEventListener("click", undo);

  const load = async () => {
    const found = await (await fetch(`${base}/doubts`)).json();
    if (found.why) throw new Error(found.why);
    waiting = found.doubts.filter((each) => each.kind !== "blank");
    blanks = found.doubts.filter((each) => each.kind === "blank");
    ({ copies, pages, again, parts } = found);
    every = found.doubts;
  };

  const begin = async () => {
    try { await load(); beside = again; show(); } catch (error) { trouble(error); }
  };
  begin();
})();

// Hands answers in to the server in the room. They are kept in this browser until that server says
// that it has them on its disk; sent again, they count once. Whoever goes back or loads the page
// again finds it as it was: being sent, or thanked for.
(() => {
  "use strict";
  if (!answerPage) return;
  const { paper, words, form, key, sheet, said, button, token, read, write, forget, answers, tell, show, first, save, anew } = answerPage;
  const FIRST = 1_000, LONGEST = 20_000, PATIENCE = 15_000;  // milliseconds
  const SMALL = 15_000;  // letters that a browser sends on when its page is closed
  const done = `${key}/done`;
  const code = document.getElementById("sheet");
  let tries = 0, busy = false, waiting = 0;

  const marked = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(done);
      if (value) localStorage.setItem(done, value); else localStorage.removeItem(done);
    } catch { return null; }  // a browser that keeps nothing
  };
  const other = () => button(words.anew, () => {
    marked("");
    if (code) code.value = "";
    anew();
  });
  const fileOf = (state) => button(words.save, () => tell("", [said(words.saved, { name: save(state) })], fileOf(state)));

  // ---- how it can end ----
  const thank = (counted) => {
    show(false);
    tell(counted ? words.counted : words.received, [words.forgotten], other());
  };
  const finish = (counted = false) => {
    forget();
    marked(counted ? "counted" : "received");
    paper.reset();
    thank(counted);
    first();
  };
  const back = (state, text, ...more) => {  // to the form, with everything still in it
    write({ ...state, sending: false });
    show(true);
    tell("", [text], ...more);
    first();
  };
  const reload = () => button(words.reload, () => location.reload());
  const ENDS = {
    "counted": () => finish(true),
    "closed": (state) => back(state, `${words.closed} ${words.closed_save}`, fileOf(state)),
    "form-changed": (state) => back(state, words.changed, reload()),
    "unknown-code": (state) => {
      back(state, words.code_unknown);
      code?.focus();
    },
    "empty": (state) => back(state, words.empty),
    "refused": (state) => back(state, words.refused, reload()),
    "unreadable": (state) => back(state, words.refused, reload()),
  };

  // ---- sending, until it is known to be on the disk ----
  const posted = async (state) => {
    const body = JSON.stringify({ form, token: state.token, sheet: state.sheet ?? "", answers: state.answers });
    const abort = new AbortController();
    const late = setTimeout(() => abort.abort(), PATIENCE);
    try {
      const reply = await fetch("/answers", {
        method: "POST", headers: { "content-type": "application/json" }, body, signal: abort.signal,
        credentials: "omit", cache: "no-store", redirect: "error", keepalive: body.length < SMALL,
      });
      const found = await reply.json();
      // Not every “200” is this server's: a network's own page may stand between.
      if (found.received === state.token) return { problem: "" };
      return { problem: found.problem, after: Number(reply.headers.get("retry-after")) || 0 };
    } catch { return null; } finally { clearTimeout(late); }
  };
  const wait = (state, after = 0) => {
    const delay = Math.max(after * 1_000, Math.min(LONGEST, FIRST * 2 ** tries) * (0.5 + Math.random()));
    tries += 1;
    clearTimeout(waiting);
    waiting = setTimeout(() => send(state), delay);
    tell("", [write(state) ? words.waiting : words.waiting_unkept], button(words.retry, () => send(state)), fileOf(state));
  };
  const send = async (state) => {
    if (busy) return;
    busy = true;
    clearTimeout(waiting);
    show(false);
    if (tries === 0) tell("", [words.sending]);
    const found = await posted(state);
    busy = false;
    if (found?.problem === "") return finish();
    const end = found && ENDS[found.problem];
    if (end) { tries = 0; return end(state); }
    wait(state, found?.after);
  };
  const now = () => {
    const state = read();
    if (state?.sending && !busy) { tries = 0; send(state); }
  };
  addEventListener("online", now);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) now(); });

  paper.addEventListener("submit", (event) => {
    event.preventDefault();
    if (busy || read()?.sending) return;  // a double tap
    const found = answers();
    if (Object.keys(found).length === 0) {
      tell("", [words.empty]);
      return first();
    }
    const state = { token: read()?.token ?? token(), sheet: sheet || (code?.value.trim() ?? ""), answers: found, sending: true };
    write(state);
    tries = 0;
    send(state);
    first();
  });

  // ---- as it was left ----
  if (read()?.sending) send(read());
  else if (marked() && Object.keys(answers()).length === 0) thank(marked() === "counted");
})();

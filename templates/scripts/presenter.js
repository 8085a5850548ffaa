// Presents a deck: one slide at a time, a countdown, and the notes in a window of their own.
(() => {
  "use strict";
  const words = document.getElementById("content").dataset;
  const frames = [...document.querySelectorAll(".frame")];
  const bodyClass = document.body.classList;
  const left = new Map();
  let at = Math.max(0, frames.findIndex((frame) => `#${frame.id}` === location.hash));
  let presenting = false, running = null, notes = null;

  const clock = (seconds) => {
    const whole = Math.abs(seconds);
    const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    return seconds < 0 ? `+${text}` : text;
  };
  const timerOf = (frame) => frame.querySelector(".slide-minutes");
  const minutesOf = (frame) => Number(timerOf(frame)?.dataset.minutes || 0);
  // The slides of one activity, its cases too, share one countdown.
  const countdownOf = (frame) => timerOf(frame)?.dataset.activity ?? "";
  const secondsOf = (frame) => left.get(countdownOf(frame)) ?? minutesOf(frame) * 60;

  const drawTimer = () => {
    const frame = frames[at], timer = timerOf(frame);
    if (timer) {
      const seconds = secondsOf(frame);
      timer.textContent = clock(seconds);
      timer.classList.toggle("over", seconds < 0);
      timer.setAttribute("role", "timer");
    }
    const shown = notes && !notes.closed && notes.document.getElementById("timer");
    if (shown) shown.textContent = timer ? timer.textContent : "";
  };
  const stop = () => { clearInterval(running); running = null; };
  const startOrPause = () => {
    if (running) return stop();
    const frame = frames[at];
    if (!timerOf(frame)) return;
    const counted = countdownOf(frame);
    let before = Date.now();
    running = setInterval(() => {
      const passed = Math.floor((Date.now() - before) / 1000);
      if (passed < 1) return;
      before += passed * 1000;
      left.set(counted, secondsOf(frame) - passed);
      drawTimer();
    }, 200);
  };
  const drawNotes = () => {
    if (!notes || notes.closed) return;
    const inside = notes.document.getElementById("notes");
    const own = frames[at].querySelector(".notes");
    inside.replaceChildren(notes.document.importNode(own, true));
    const next = frames[at + 1];
    notes.document.getElementById("next").textContent =
      next ? `${words.next} ${next.querySelector("h1, h2").textContent}` : words.last;
    notes.scrollTo(0, 0);
  };
  const show = (index) => {
    const wanted = Math.min(Math.max(index, 0), frames.length - 1);
    if (countdownOf(frames[wanted]) !== countdownOf(frames[at])) stop();
    at = wanted;
    frames.forEach((frame, position) => frame.classList.toggle("now", position === at));
    history.replaceState(null, "", `#${frames[at].id}`);
    if (!presenting) frames[at].scrollIntoView({ block: "start" });
    drawTimer();
    drawNotes();
  };
  const present = (on) => {
    presenting = on;
    bodyClass.toggle("presenting", on);
    show(at);
  };
  const openNotes = () => {
    if (!document.querySelector(".notes")) return;
    notes = window.open("", "notes", "width=760,height=820");
    if (!notes) return;
    const page = notes.document;
    page.documentElement.lang = document.documentElement.lang;
    page.head.replaceChildren(...[...document.querySelectorAll("style")].map((style) => {
      const copy = page.createElement("style");
      copy.textContent = style.textContent;
      return copy;
    }));
    // Behind the styles, which replace all that the head had.
    page.title = words.notes;
    page.body.className = "notes-window";
    page.body.innerHTML =
      '<main><p id="timer" role="timer"></p><p id="next"></p><div id="notes"></div></main>';
    page.addEventListener("keydown", onKey);
    drawTimer();
    drawNotes();
  };
  const keys = {
    ArrowRight: () => show(at + 1), PageDown: () => show(at + 1), " ": () => show(at + 1),
    ArrowDown: () => show(at + 1), ArrowLeft: () => show(at - 1), PageUp: () => show(at - 1),
    ArrowUp: () => show(at - 1), Home: () => show(0), End: () => show(frames.length - 1),
    p: () => present(!presenting), Escape: () => present(false), t: startOrPause, n: openNotes,
    r: () => { stop(); left.delete(countdownOf(frames[at])); drawTimer(); },
    f: () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => {});
    },
  };
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const own = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const moves = /^(Arrow|Page|Home|End| )/.test(event.key);
    if (!own || (moves && !presenting)) return;
    event.preventDefault();
    own();
  }
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-key]");
    if (button) keys[button.dataset.key]();
    else if (presenting && event.target.closest(".slide-minutes")) startOrPause();
    else if (presenting && !event.target.closest("a")) show(at + 1);
  });
  bodyClass.add("scripted");
})();

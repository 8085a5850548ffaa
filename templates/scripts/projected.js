// Keeps the number of answers that have arrived: the number, and nothing of what they say.
(() => {
  "use strict";
  const { address, lost } = JSON.parse(document.getElementById("content").dataset.counted);
  const received = document.getElementById("received"), state = document.getElementById("state");
  const EVERY = 2_000;
  const say = (text, alarm = false) => {
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle("lost", alarm);
  };
  const look = async () => {
    try {
      const reply = await fetch(address, { cache: "no-store", credentials: "omit" });
      const found = await reply.json();
      received.textContent = found.received;
      say(found.state);
    } catch { say(lost, true); }
    setTimeout(look, EVERY);
  };
  setTimeout(look, EVERY);
})();

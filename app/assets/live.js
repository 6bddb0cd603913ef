// Says that there is news of this instrument. It changes nothing else: the reader decides when to load it.
const { instrument, last } = document.querySelector("script[data-instrument]").dataset;
const notice = document.querySelector(".a-live > *");
let stream;

const close = () => stream?.close();

const open = () => {
  close();
  if (!notice.hidden) return;
  stream = new EventSource(`/stream?instrument=${instrument}`);
  stream.addEventListener("last", ({ data }) => {
    if (Number(data) <= Number(last)) return;
    notice.hidden = false;
    close();
  });
};

addEventListener("pagehide", close);
// A page that comes back out of the browser's memory has missed what happened in between.
addEventListener("pageshow", (event) => event.persisted && open());
open();

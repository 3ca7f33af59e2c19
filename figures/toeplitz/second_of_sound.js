/* A second of sound: to hear, to see whole, and a window of it as numbers. */
import { add, axes, figure, range, round, stems, within } from "../kit/index.js";

const HEIGHT = 110;
const X_IS = { role: "input", symbol: "x" };

export default figure(({ get, put, slider, panel, view }) => {
  const codes = Uint8Array.from(atob(get("codes")), (c) => c.charCodeAt(0));
  const x = [...codes].map((code) => (code - 128) / 128);
  const sound = new Blob([header(codes.length, get("rate")), codes], { type: "audio/wav" });
  const player = add(view, "audio", {
    controls: true,
    preload: "auto",
    "aria-label": "play the sound",
  });
  player.src = URL.createObjectURL(sound);
  const last = x.length - get("K");
  slider("start", "window from", { max: last, step: 10 });
  const whole = panel(`${x.length} numbers in ${round(x.length / get("rate"), 3)} s`, {
    fill: true,
  });
  const part = panel("", { fill: true });
  let place = () => 0;
  for (const event of ["pointerdown", "pointermove"]) whole.svg.addEventListener(event, follow);

  function follow(event) {
    if (event.buttons !== 1) return;
    const second = place(event.clientX - whole.svg.getBoundingClientRect().left);
    const at = Math.round((second * get("rate") - get("K") / 2) / 10) * 10;
    put("start", Math.max(0, Math.min(last, at)));
  }

  return () => {
    const [start, K] = [get("start"), get("K")];
    place = drawWhole(whole, x, get("rate"), start, K);
    part.say(`${K} numbers from number ${start} on`);
    const width = part.wide();
    const names = width > 20 * K ? String : undefined;
    const svg = part.clear(width, HEIGHT + 18);
    const shown = x.slice(start, start + K);
    stems(svg, shown, { width, height: HEIGHT, most: 1, names, ...X_IS });
    const first = shown.slice(0, 6).map((v) => round(v));
    return `x[${start}:${start + K}] = ${first.join(", ")}${K > 6 ? ", \u2026" : ""}`;
  };
});

/* All samples, from the least to the most in each column of pixels, and the window as an outline;
   returns which second stands at a place. */
function drawWhole(whole, x, rate, start, K) {
  const svg = whole.clear(whole.wide(), HEIGHT + 30);
  const { X, Y, box } = axes(svg, {
    width: whole.wide(),
    height: HEIGHT + 30,
    x: { domain: [0, x.length / rate], nice: false, name: "time", unit: "s" },
    y: { domain: [-1, 1], ticks: [-1, 0, 1] },
  });
  const pixels = Math.floor(box.right - box.left);
  const per = x.length / pixels;
  const columns = range(pixels, (i) => x.slice(Math.floor(i * per), Math.ceil((i + 1) * per)));
  add(within(svg, X_IS), "path", {
    class: "fig-tick",
    d: columns.map((c, i) => `M${box.left + i},${Y(Math.max(...c))}V${Y(Math.min(...c))}`).join(""),
  });
  const width = Math.max(4, X(K / rate) - X(0));
  add(svg, "rect", {
    x: X((start + K / 2) / rate) - width / 2,
    y: box.top,
    width,
    height: box.bottom - box.top,
    class: "fig-window",
  });
  return X.invert;
}

/* The 44 bytes before the samples of a WAV file: one channel of 8 bits. */
function header(length, rate) {
  const bytes = new DataView(new ArrayBuffer(44));
  const text = (at, word) => [...word].forEach((c, i) => bytes.setUint8(at + i, c.charCodeAt(0)));
  text(0, "RIFF");
  bytes.setUint32(4, 36 + length, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  [1, 1].forEach((v, i) => bytes.setUint16(20 + 2 * i, v, true));
  [rate, rate].forEach((v, i) => bytes.setUint32(24 + 4 * i, v, true));
  [1, 8].forEach((v, i) => bytes.setUint16(32 + 2 * i, v, true));
  text(36, "data");
  bytes.setUint32(40, length, true);
  return bytes.buffer;
}

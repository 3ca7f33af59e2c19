/* A second of sound: to hear, to see whole, and a window of it as numbers. */
import { add, figure, line, note, range, round, stems } from "../kit/index.js";

const WIDTH = 660;

export default figure(({ get, slider, panel, view }) => {
  const codes = Uint8Array.from(atob(get("codes")), (c) => c.charCodeAt(0));
  const x = [...codes].map((code) => (code - 128) / 128);
  const sound = new Blob([header(codes.length, get("rate")), codes], { type: "audio/wav" });
  const player = add(view, "audio", {
    controls: true,
    preload: "auto",
    class: "fig-player",
    "aria-label": "play the sound",
  });
  player.src = URL.createObjectURL(sound);
  slider("start", "window from", { max: x.length - get("K"), step: 10 });
  const whole = panel("");
  const part = panel("");
  drawWhole(whole, x, get("rate"));
  const window = add(whole.svg, "rect", { y: 0, height: 96, class: "fig-window" });

  return () => {
    const [start, K] = [get("start"), get("K")];
    const w = Math.max(3, (K * WIDTH) / x.length);
    window.setAttribute("x", (start * WIDTH) / x.length - w / 2);
    window.setAttribute("width", w);
    const shown = x.slice(start, start + K);
    const height = 110;
    part.say(`${K} numbers from number ${start} on`);
    const svg = part.clear(WIDTH, height + 18);
    stems(svg, shown, { width: WIDTH, height, most: 1, names: K <= 40 ? (i) => i : undefined });
    return `x[${start}:${start + K}] = ${shown
      .slice(0, 6)
      .map((v) => round(v))
      .join(", ")}${K > 6 ? ", …" : ""}`;
  };
});

/* The envelope of all samples, from the least to the most in each column, and seconds below. */
function drawWhole(whole, x, rate) {
  const svg = whole.clear(WIDTH, 116);
  whole.say(`${x.length} numbers, ${round(x.length / rate)} seconds`);
  const per = x.length / WIDTH;
  const Y = (v) => round(48 - 46 * v, 1).replace("\u2212", "-");
  const columns = range(WIDTH, (i) => x.slice(Math.floor(i * per), Math.ceil((i + 1) * per)));
  add(svg, "path", {
    class: "fig-wave",
    d: columns.map((c, i) => `M${i},${Y(Math.max(...c))}V${Y(Math.min(...c))}`).join(""),
  });
  line(svg, 0, 98, WIDTH, 98);
  for (const tenth of range(6, (i) => i / 5)) {
    const at = Math.min(WIDTH - 12, Math.max(4, (tenth * rate * WIDTH) / x.length));
    if (tenth * rate <= x.length) note(svg, at, 108, tenth ? `${round(tenth)} s` : "0");
  }
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

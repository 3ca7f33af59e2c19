/* The bits of a number in a format, which the reader flips: value, neighbours, exp. FP64 has too
   many codes for a table: so `decode` and `encode` are here again, and a test compares them with
   those of mathlib at the ends of each format, halfway between its numbers, and at random. */
import { add, figure, range } from "../kit/index.js";

export default figure(({ controls, view, get, put, on, choice }) => {
  const formats = Object.fromEntries(
    get("formats").map(([name, E, p, bias, specials]) => {
      const bits = 1 + E + p;
      const ones = 2n ** BigInt(bits - 1) - 1n;
      const largest = ones - { ieee: 2n ** BigInt(p), nan: 1n, none: 0n }[specials];
      return [name, { name, E, p, bias, specials, bits, ones, largest }];
    }),
  );
  const chosen = () => formats[get("format")];
  const code = () => BigInt("0x" + get("code"));
  const write = (c) => put("code", c.toString(16));

  function decode(c, { p, bias, specials, bits, ones, largest }) {
    const sign = c >> BigInt(bits - 1) ? -1 : 1;
    const m = c & ones;
    const P = BigInt(p);
    const e = Number(m >> P);
    const f = m & (2n ** P - 1n);
    if (m > largest) return f === 0n && specials === "ieee" ? sign * Infinity : NaN;
    return sign * (Number(f) + (e > 0 ? 2 ** p : 0)) * 2 ** (Math.max(e, 1) - bias - p);
  }
  function encode(x, { p, bias, specials, bits, ones, largest }) {
    const sign = x < 0 || Object.is(x, -0) ? 2n ** BigInt(bits - 1) : 0n;
    const a = Math.abs(x);
    const least = 1 - bias;
    const top = specials === "none" ? largest : largest + 1n;
    if (Number.isNaN(x)) return ones;
    if (a === Infinity) return sign | top;
    let e = Math.max(a > 0 ? Math.floor(Math.log2(a)) : least, least);
    while (e > least && a < 2 ** e) e--;
    while (a >= 2 * 2 ** e) e++;
    const steps = a / 2 ** (e - p);
    const down = Math.floor(steps);
    const rest = steps - down;
    const whole = down + (rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? 1 : 0);
    const m = (BigInt(e - least) << BigInt(p)) + BigInt(whole);
    return sign | (m < top ? m : top);
  }

  choice("format", "format", Object.keys(formats));
  let before = chosen();
  let boxes = [];
  on("format", () => {
    const x = decode(code(), before);
    before = chosen();
    write(Number.isNaN(x) && before.specials === "none" ? 0n : encode(x, before));
    build();
  });
  const row = add(view, "div", { class: "fig-bits", role: "group", "aria-label": "bits" });
  const step = (text, by) => {
    const button = add(controls, "button", { type: "button", class: "fig-step" }, text);
    button.addEventListener("click", () =>
      write((code() + by + (chosen().ones + 1n) * 2n) % ((chosen().ones + 1n) * 2n)),
    );
  };
  step("code \u2212 1", -1n);
  step("code + 1", 1n);

  function build() {
    const { bits, E } = chosen();
    row.replaceChildren();
    boxes = range(bits, (i) => {
      const field = i === 0 ? "sign" : i <= E ? "exponent" : "fraction";
      const at = BigInt(bits - 1 - i);
      const cell = add(row, "label", { class: `fig-bit ${field}` });
      const box = add(cell, "input", {
        type: "checkbox",
        "data-name": "bit",
        "aria-label": `${field} bit ${at}`,
      });
      add(cell, "span", { "aria-hidden": "true" });
      box.addEventListener("change", () => write(code() ^ (1n << at)));
      return [box, at];
    });
  }
  build();

  return () => {
    const fmt = chosen();
    const c = code();
    const x = decode(c, fmt);
    const m = c & fmt.ones;
    const negative = c > fmt.ones;
    boxes.forEach(([box, at]) => {
      box.checked = Boolean((c >> at) & 1n);
      box.nextSibling.textContent = box.checked ? "1" : "0";
    });
    const show = (v) => String(v).replace("-", "\u2212").replace("e\u2212", "e-");
    const e = Number(m >> BigInt(fmt.p));
    const f = m & (2n ** BigInt(fmt.p) - 1n);
    const sign = negative ? "\u2212" : "";
    if (m > fmt.largest) return `${show(x)}\nno finite number`;
    const above = m < fmt.largest ? decode(m + 1n, fmt) : Infinity;
    const below = m > 0n ? decode(m - 1n, fmt) : -decode(1n, fmt);
    const [low, high] = negative ? [-above, -below] : [below, above];
    const power = Math.max(e, 1) - fmt.bias;
    const formula = `${sign}2^${show(power)} \u00b7 (${e > 0 ? 1 : 0} + ${f}/${2 ** fmt.p})`;
    const kind = m === 0n ? "zero" : e > 0 ? "normal" : "subnormal";
    return (
      `${formula} = ${show(x)}, ${kind}\nulp ${show(2 ** (power - fmt.p))} ` +
      `\u00b7 neighbours ${show(low)} and ${show(high)}\n` +
      `exp of it, rounded to ${fmt.name}: ${show(decode(encode(Math.exp(x), fmt), fmt))}`
    );
  };
});

/* The bits of a number in a format. The reader flips them, or types a number or its code. FP64 has
   too many codes for a table: so `decode` and `encode` are here again, and a test compares them
   with those of mathlib at the ends of each format, halfway between its numbers, and at random. */
import { add, figure, line, number, range, typeset, within } from "../kit/index.js";
import { decimal, exact, fraction, less, near, scaled } from "../kit/fractions.js";

const ASKED = "Type a number such as 0.1, 1/3 or inf, or a code such as 0x2e66.";
const show = (v) => String(v).replace("-", "\u2212").replace("e\u2212", "e-");

export default figure(({ controls, view, get, put, on, choice, panel }) => {
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

  choice("format", "format", Object.keys(formats));
  const row = add(controls, "label", { class: "fig-choice" }, "number or code ");
  const input = add(row, "input", {
    type: "text",
    class: "fig-text",
    "data-name": "typed",
    autocomplete: "off",
    spellcheck: "false",
  });
  const refused = add(controls, "span", { class: "fig-refused", role: "alert" });
  input.addEventListener("change", () => enter(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") enter(input.value);
  });
  const step = (text, by) => {
    const button = add(controls, "button", { type: "button", class: "fig-step" }, text);
    button.addEventListener("click", () => {
      const many = 2n ** BigInt(chosen().bits);
      write((code() + by + many) % many);
    });
  };
  step("code \u2212 1", -1n);
  step("code + 1", 1n);

  function enter(text) {
    const fmt = chosen();
    const said = text.trim().toLowerCase().replaceAll("\u2212", "-");
    const x = understood(said);
    refused.textContent = "";
    if (/^0x[\da-f]+$|^0b[01]+$/.test(said)) {
      if (BigInt(said) >= 2n ** BigInt(fmt.bits))
        refused.textContent = `A code of ${fmt.name} has ${fmt.bits} bits.`;
      else write(BigInt(said));
    } else if (x === undefined) refused.textContent = ASKED;
    else if (Number.isNaN(x) && fmt.specials === "none")
      refused.textContent = `${fmt.name} has no nan.`;
    else {
      put("typed", said);
      write(encode(x, fmt));
    }
  }

  /* What was typed, as long as the bits are still those of it. */
  const typed = () => {
    const x = understood(get("typed"));
    return x !== undefined && encode(x, chosen()) === code() ? x : undefined;
  };
  let before = chosen();
  on("format", () => {
    const x = understood(get("typed"));
    const mine = x !== undefined && encode(x, before) === code();
    const v = mine ? x : decode(code(), before);
    before = chosen();
    write(Number.isNaN(v) && before.specials === "none" ? 0n : encode(v, before));
    build();
  });

  const fields = add(view, "div", { class: "fig-bits", role: "group", "aria-label": "bits" });
  const formula = add(view, "p", { class: "fig-formula", "aria-hidden": "true" });
  const P = panel("", { fill: true });
  let boxes = [];
  let names = {};
  function build() {
    const { bits, E, p } = chosen();
    fields.replaceChildren();
    boxes = [];
    const field = (name, letter, role, first, count) => {
      const whole = add(fields, "div", { class: `fig-field role-${role}`, "data-symbol": letter });
      const cells = add(whole, "div", { class: "fig-field-bits" });
      names[letter] = add(whole, "div", { class: "fig-field-name" });
      range(count, (i) => {
        const at = BigInt(bits - 1 - first - i);
        const cell = add(cells, "label", { class: "fig-bit" });
        const label = `${name} bit ${at}`;
        const box = add(cell, "input", {
          type: "checkbox",
          "data-name": "bit",
          "aria-label": label,
        });
        add(cell, "span", { "aria-hidden": "true" });
        box.addEventListener("change", () => write(code() ^ (1n << at)));
        boxes.push([box, at]);
      });
    };
    field("sign", "s", "reference", 0, 1);
    field("exponent", "e", "kernel", 1, E);
    field("fraction", "f", "input", 1 + E, p);
  }
  build();

  const part = (into, letter, role, text) =>
    add(into, "span", { class: `fig-part role-${role}`, "data-symbol": letter }, text);

  function say({ s, e, f, p, bias, finite }, x) {
    names.s.textContent = "sign";
    names.e.textContent = `exponent ${e}`;
    names.f.textContent = `fraction ${f}`;
    formula.replaceChildren();
    if (!finite) return formula.append(show(x).replace("Infinity", "\u221e"));
    formula.append("(\u22121)");
    part(add(formula, "sup"), "s", "reference", s);
    formula.append(" \u00b7 2");
    const power = add(formula, "sup");
    part(power, "e", "kernel", Math.max(e, 1));
    power.append(`\u2212${bias}`.replace("\u22120", ""));
    formula.append(` \u00b7 (${e > 0 ? 1 : 0} + `);
    part(formula, "f", "input", f);
    formula.append(`/2`);
    add(formula, "sup", {}, p);
    formula.append(")");
  }

  function piece(low, x, high, want) {
    const width = P.wide();
    const svg = P.clear(width, 74);
    const ends = [low, high].map((v) => (Number.isFinite(v) ? v : x));
    const pad = Math.min(90, width / 5);
    const unit = (width - 2 * pad) / (ends[1] - ends[0]);
    const X = (v) => pad + (v - ends[0]) * unit;
    line(svg, 8, 34, width - 8, 34);
    for (const [v, name] of [
      [low, "before"],
      [x, "this number"],
      [high, "after"],
    ]) {
      if (!Number.isFinite(v)) continue;
      const mark = within(svg, { role: v === x ? "output" : "reference" });
      const tell = `${name}: ${show(v)}`;
      add(mark, "rect", {
        x: X(v) - 2,
        y: 22,
        width: 4,
        height: 24,
        class: "fig-knob",
        "data-tell": tell,
      });
      typeset(svg, X(v), 60, number(v, 7), { class: "fig-number fig-tick-text" });
    }
    if (want === undefined || !Number.isFinite(want) || want < ends[0] || want > ends[1]) return;
    const mark = within(svg, { role: "error" });
    add(mark, "path", {
      d: `M${X(want)} 32l-5 -9h10z`,
      class: "fig-knob",
      "data-tell": `typed: ${show(want)}`,
    });
    add(
      mark,
      "text",
      { x: X(want), y: 14, "text-anchor": "middle", class: "fig-number fig-tick-text" },
      "typed",
    );
  }

  return () => {
    const fmt = chosen();
    const { p, bias, E } = fmt;
    const c = code();
    const x = decode(c, fmt);
    const m = c & fmt.ones;
    const s = c > fmt.ones ? 1 : 0;
    const e = Number(m >> BigInt(p));
    const f = m & (2n ** BigInt(p) - 1n);
    boxes.forEach(([box, at]) => {
      box.checked = Boolean((c >> at) & 1n);
      box.nextSibling.textContent = box.checked ? "1" : "0";
    });
    const hex = `0x${c.toString(16).padStart(Math.ceil(fmt.bits / 4), "0")}`;
    const want = typed();
    if (document.activeElement !== input) input.value = want === undefined ? hex : get("typed");
    const finite = m <= fmt.largest;
    say({ s, e, f, p, bias, finite }, x);
    const numbers = { s, e, f: Number(f), p, b: bias, E };
    if (!finite) {
      P.clear(P.wide(), 1);
      return { say: `${show(x)}, the code ${hex}\nno finite number`, numbers };
    }
    const above = m < fmt.largest ? decode(m + 1n, fmt) : Infinity;
    const below = m > 0n ? decode(m - 1n, fmt) : -decode(1n, fmt);
    const [low, high] = s ? [-above, -below] : [below, above];
    piece(low, x, high, want);
    const power = Math.max(e, 1) - bias - p;
    const whole = f + (e > 0 ? 2n ** BigInt(p) : 0n);
    const kind = m === 0n ? "zero" : e > 0 ? "normal" : "subnormal";
    const sign = s ? "\u2212" : "";
    const lines = [
      `${hex} means ${sign}${exact(whole, power)}, ${kind}`,
      `ulp ${show(2 ** power)} \u00b7 neighbours ${show(low)} and ${show(high)}`,
    ];
    if (want !== undefined && Number.isFinite(want)) {
      const off = less(scaled(s ? -whole : whole, power), fraction(get("typed")));
      const [size, share] = [near(off), near(scaled(off[0], -power, off[1]))];
      lines.push(
        size === 0
          ? "what was typed is this number, exactly"
          : `what was typed is ${decimal(Math.abs(size))} ${size < 0 ? "more" : "less"}: ` +
              `${decimal(Math.abs(share), 3)} ulp`,
      );
    }
    return { say: lines.join("\n"), numbers };
  };
});

/* A number as one types it: a decimal, a quotient, infinity or nan; undefined if it is none. */
function understood(said) {
  const named = { inf: Infinity, "+inf": Infinity, "-inf": -Infinity, infinity: Infinity };
  if (said in named) return named[said];
  if (said === "nan") return NaN;
  const found = fraction(said);
  if (!found) return undefined;
  const [top, bottom = "1"] = said.split("/");
  return Number(top) / Number(bottom);
}

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

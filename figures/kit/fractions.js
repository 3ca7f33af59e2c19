/* Numbers without rounding: quotients of two BigInts. */

const MOST = 34; // digits that are shown of an exact value
const POWERS = 1100; // of ten, as far as a number may be typed

/* What was typed, as a quotient; undefined where it is no number. */
export function fraction(text) {
  const parts = text.split("/").map(ofDecimal);
  if (parts.length > 2 || parts.includes(undefined)) return undefined;
  const [[a, b], [c, d] = [1n, 1n]] = parts;
  if (c === 0n) return undefined;
  return c < 0n ? [-a * d, -b * c] : [a * d, b * c];
}

function ofDecimal(text) {
  const found = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,4}))?$/.exec(text.trim());
  if (!found || !(found[2] + found[3]) || text.length > POWERS) return undefined;
  const power = Number(found[4] ?? 0) - found[3].length;
  const digits = BigInt(found[2] + found[3]) * (found[1] === "-" ? -1n : 1n);
  if (Math.abs(power) > POWERS) return undefined;
  return power < 0 ? [digits, 10n ** BigInt(-power)] : [digits * 10n ** BigInt(power), 1n];
}

/* n 2^power / d */
export const scaled = (n, power, d = 1n) =>
  power < 0 ? [n, d * 2n ** BigInt(-power)] : [n * 2n ** BigInt(power), d];

export const less = ([a, b], [c, d]) => [a * d - c * b, b * d];

/* The float nearest to a quotient, but for its last bit. */
export function near([n, d]) {
  if (n === 0n) return 0;
  const size = (v) => (v < 0n ? -v : v).toString(2).length;
  const shift = 64 - size(n) + size(d);
  const [top, bottom] = scaled(n, shift, d);
  const found = Number(top / bottom); // of about 64 bits
  // In two steps: 2^-1074 is a float, 2^1074 is none.
  return found * 2 ** -Math.trunc(shift / 2) * 2 ** -(shift - Math.trunc(shift / 2));
}

/* All digits of n 2^power, or the first of them. */
export function exact(n, power) {
  if (n === 0n) return "0";
  const raw = power < 0 ? n * 5n ** BigInt(-power) : n * 2n ** BigInt(power);
  const all = raw.toString();
  const point = all.length + Math.min(power, 0); // where it stands, from the first digit on
  let digits = all.replace(/0+$/, "");
  const more = digits.length > MOST ? "\u2026" : "";
  digits = digits.slice(0, MOST);
  if (point > MOST || point < -4) {
    const rest = digits.slice(1) + more;
    return `${digits[0]}${rest && "."}${rest}e${point - 1}`;
  }
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}${more}`;
  const rest = digits.slice(point) + more;
  return digits.slice(0, point).padEnd(point, "0") + (rest && `.${rest}`);
}

/* A float, short. */
export const decimal = (v, digits = 4) => String(Number(v.toPrecision(digits)));

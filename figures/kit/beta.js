/* The Beta density of a probability, its mean and its mode. */

/* The logarithm of the Gamma function of x > 0: Stirling's series, once x is large. */
function logGamma(x) {
  let shift = 0;
  for (; x < 12; x++) shift -= Math.log(x);
  const s = 1 / (x * x);
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s / 1680))) / x;
  return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

export function beta(a, b) {
  const most = logGamma(a + b) - logGamma(a) - logGamma(b);
  const power = (v, e) => (e === 0 ? 0 : e * Math.log(v));
  const peaks = a > 1 && b > 1 ? (a - 1) / (a + b - 2) : a <= 1 ? 0 : 1;
  return {
    density: (v) => Math.exp(most + power(v, a - 1) + power(1 - v, b - 1)),
    mean: a / (a + b),
    mode: (a < 1 && b < 1) || (a === 1 && b === 1) ? undefined : a === 1 && b < 1 ? 1 : peaks,
  };
}

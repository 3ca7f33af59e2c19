/* The bell curve: its height, the area below it up to a point, and the point with an area. */
export const bell = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

export function areaUpTo(z) {
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0;
  let [term, sum] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + bell(z) * sum;
}

export function pointOf(area) {
  let [low, high] = [-8, 8];
  while (high - low > 1e-12) {
    const z = (low + high) / 2;
    if (areaUpTo(z) < area) low = z;
    else high = z;
  }
  return (low + high) / 2;
}

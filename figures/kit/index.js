/* What every figure is made of: controls, panels, and what is drawn in them. */
export { axes, endLabels, written as number } from "./axes.js";
export { figure, keyed } from "./controls.js";
export {
  add,
  blocks,
  cell,
  dot,
  hatch,
  label,
  largest,
  line,
  lowered,
  matrix,
  minus,
  note,
  panel,
  places,
  range,
  round,
  stems,
  typeset,
  within,
} from "./drawing.js";
export { eigen, product, singular, times } from "./maps.js";
export { changed, setAll, understood, written } from "./menu.js";
export { scaleLinear } from "d3-scale";

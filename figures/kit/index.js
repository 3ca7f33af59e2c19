/* What every figure is made of: controls, panels, and what is drawn in them. */
export { figure, keyed } from "./controls.js";
export { add, cell, label, matrix, minus, panel, range, round, stems } from "./drawing.js";

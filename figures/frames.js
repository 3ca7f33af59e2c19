/* Pictures that Python drew: one for each setting of the sliders. */
import { add, figure } from "./kit/index.js";

export default figure(({ view, get, settings }) => {
  const setting = settings();
  const picture = add(view, "div", { class: "fig-frame", "aria-hidden": "true" });

  return () => {
    picture.innerHTML = get("frames")[setting()];
    return get("readouts")[setting()];
  };
});

/* Pictures that Python drew: one for each setting of the sliders. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    const setting = settingSliders(controls, model);
    const picture = add(view, "div", { class: "fig-frame", "aria-hidden": "true" });

    function draw() {
      picture.innerHTML = get("frames")[setting()];
      return get("readouts")[setting()];
    }
  },
};

"use strict";

/* The point under the sliders, and all that moves it. */

const LARGEST_SEED = 2 ** 31 - 1;
const TRAVEL_MS = 4000;

/** z and class; draws at most one picture a frame, the newest, and then tells those who look. `milliseconds` is what the
    network took for the last picture, `wholeMilliseconds` what all the page did with it. */
class Explorer {
  constructor(model, network) {
    this.model = model;
    this.network = network;
    this.z = Float32Array.from(model.z);
    this.chosenClass = model.chosenClass;
    this.watchers = [];
    this.pending = false;
    this.frames = 0;
    this.milliseconds = 0;
    this.wholeMilliseconds = 0;
  }

  watch(watcher) {
    this.watchers.push(watcher);
  }

  moveTo(z) {
    this.z = Float32Array.from(z);
    this.refresh();
  }

  choose(chosenClass) {
    this.chosenClass = chosenClass;
    this.refresh();
  }

  refresh() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => this.draw());
  }

  draw() {
    this.pending = false;
    const started = performance.now();
    this.network.run(this.z, this.chosenClass);
    this.milliseconds = performance.now() - started;
    this.frames += 1;
    for (const watcher of this.watchers) watcher();
    this.wholeMilliseconds = performance.now() - started;
  }
}

function showPicture(explorer) {
  const canvas = byId("picture");
  const [, height, width] = explorer.network.layers[explorer.network.layers.length - 1].shape;
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  explorer.watch(() => {
    context.putImageData(new ImageData(explorer.network.pixels(), width, height), 0, 0);
    byId("latency").textContent = latencyText(explorer, width, height);
  });
}

/** The first pictures wait for the browser to translate the script, so they say nothing of its speed. */
function latencyText({ frames, milliseconds }, width, height) {
  const size = `${width} × ${height} pixels`;
  return frames > 5 ? `${size}, drawn in ${milliseconds.toFixed(1)} ms` : size;
}

function offerClasses(explorer) {
  const names = explorer.model.classNames;
  byId("class-row").hidden = names.length === 0;
  byId("class").append(...names.map((name, number) => element("option", { value: number }, name)));
  byId("class").value = explorer.chosenClass;
  byId("class").addEventListener("change", (event) => explorer.choose(Number(event.target.value)));
}

function offerSeeds(explorer) {
  const box = byId("seed");
  const { seed, z, distribution } = explorer.model;
  const go = () => {
    const typed = Number(box.value);
    if (box.value === "" || !Number.isInteger(typed) || typed < 0 || typed > LARGEST_SEED) return;
    explorer.moveTo(samplePoint(typed, z.length, distribution));
  };
  if (seed !== null) box.value = seed;
  box.addEventListener("input", go);
  byId("random").addEventListener("click", () => {
    box.value = Math.floor(Math.random() * (LARGEST_SEED + 1));
    go();
  });
}

/** One slider; `read` gives its position for a z, `moved` a z for its position. */
function slider(explorer, name, reach, read, moved) {
  const id = `slider-${name.replaceAll(/\W/g, "-")}-${document.querySelectorAll(".slider").length}`;
  const range = element("input", { id, type: "range", min: -reach, max: reach, step: "any" });
  const text = element("output", { for: id });
  const row = element("div", { class: "slider" }, element("label", { for: id, title: name }, name), range, text);
  const show = () => {
    const position = read(explorer.z);
    if (document.activeElement !== range || Math.abs(range.value - position) > 1e-3) range.value = position;
    text.value = short(position);
  };
  range.addEventListener("input", () => explorer.moveTo(moved(explorer.z, Number(range.value))));
  range.addEventListener("keydown", (event) => stepByKey(event, range, reach));
  return { row, show };
}

/** Arrow keys move by a sixtieth of the way, where "any" step would be too small to see. */
function stepByKey(event, range, reach) {
  const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
  if (!way) return;
  event.preventDefault();
  range.value = Number(range.value) + (way * reach) / 30;
  range.dispatchEvent(new Event("input"));
}

function offerDirections(explorer) {
  const { directions, directionsText, along } = explorer.model;
  byId("directions-text").textContent = directionsText;
  const sliders = directions.map(({ name, vector }) =>
    slider(explorer, name, along, (z) => dot(z, vector), (z, position) => movedAlong(z, vector, position)),
  );
  byId("directions").append(...sliders.map(({ row }) => row));
  explorer.watch(() => sliders.forEach(({ show }) => show()));
}

/** The sliders of single numbers are made, and kept right, only while they are looked at. */
function offerDimensions(explorer) {
  const list = byId("dimensions");
  const box = list.closest("details");
  let sliders = [];
  byId("z-count").textContent = explorer.z.length;
  const show = () => box.open && sliders.forEach((each) => each.show());
  box.addEventListener("toggle", () => {
    if (sliders.length === 0) {
      sliders = Array.from(explorer.z, (_, place) => dimension(explorer, place));
      list.append(...sliders.map(({ row }) => row));
    }
    show();
  });
  explorer.watch(show);
}

function dimension(explorer, place) {
  return slider(explorer, `z ${place}`, explorer.model.reach, (z) => z[place], (z, value) => z.with(place, value));
}

/** The way between two points, by hand or played there and back. */
function offerJourney(explorer) {
  const { z, distribution, seed } = explorer.model;
  const ends = { a: Float32Array.from(z), b: samplePoint((seed ?? 0) + 1, z.length, distribution) };
  const [share, play] = [byId("share"), byId("travel")];
  const go = () => {
    const t = Number(share.value);
    byId("share-text").value = t === 0 ? "A" : t === 1 ? "B" : `${Math.round(100 * t)} %`;
    explorer.moveTo({ slerp, lerp }[byId("way").value](ends.a, ends.b, t));
  };
  for (const end of ["a", "b"]) {
    byId(`set-${end}`).addEventListener("click", () => {
      ends[end] = explorer.z;
      share.value = end === "a" ? 0 : 1;
      go();
    });
  }
  share.addEventListener("input", go);
  byId("way").addEventListener("change", go);
  playWith(play, (elapsed, start) => {
    const phase = ((elapsed / TRAVEL_MS + start) % 2 + 2) % 2;
    share.value = phase > 1 ? 2 - phase : phase;
    go();
  }, () => Number(share.value));
}

/** A button that plays and pauses: while it plays, `step` gets the milliseconds since then, and what `begin` said. */
function playWith(button, step, begin) {
  let playing = false;
  const setPlaying = (on) => {
    playing = on;
    button.textContent = on ? "Pause" : "Play";
    button.setAttribute("aria-pressed", on);
  };
  button.addEventListener("click", () => {
    setPlaying(!playing);
    const [started, start] = [performance.now(), begin()];
    const frame = (now) => {
      if (!playing) return;
      step(Math.max(0, now - started), start);
      requestAnimationFrame(frame);
    };
    if (playing) requestAnimationFrame(frame);
  });
  return () => setPlaying(false);
}

"use strict";

/* A field of cells on a canvas, with frames around some of them. */

const SMALLEST_NUMBERED = 27;
const FRAME_COLOURS = { chosen: "#ffd23f", part: "#36c5f0" };

class CellGrid {
  /** `choose`, if given, is told the cell that a person points at or goes to: [row, column]. */
  constructor(canvas, choose = null) {
    this.canvas = canvas;
    this.field = null;
    this.frames = [];
    this.current = [0, 0];
    if (choose) this.listen(choose);
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  /** `range` is what the ends of `colours` stand for; of outputs after the number `filled` nothing is shown. */
  show(field, range, colours, filled = Infinity) {
    Object.assign(this, { field, range, colours, filled });
    this.canvas.style.aspectRatio = `${field.width} / ${field.height}`;
  }

  /** Draw everything, and `frames` of { row, column, height, width, ink }. */
  mark(frames) {
    this.frames = frames;
    this.draw();
  }

  listen(choose) {
    const point = (event) => choose(this.cellAt(event));
    this.canvas.addEventListener("pointermove", point);
    this.canvas.addEventListener("pointerdown", point);
    this.canvas.addEventListener("keydown", (event) => {
      const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
      if (!step) return;
      event.preventDefault();
      choose([clamped(this.current[0] + step[0], this.field.height), clamped(this.current[1] + step[1], this.field.width)]);
    });
  }

  cellAt(event) {
    const area = this.canvas.getBoundingClientRect();
    const { height, width } = this.field;
    const row = Math.floor(((event.clientY - area.top) / area.height) * height);
    const column = Math.floor(((event.clientX - area.left) / area.width) * width);
    return [clamped(row, height), clamped(column, width)];
  }

  draw() {
    if (!this.field || !this.canvas.clientWidth) return;
    const ratio = window.devicePixelRatio || 1;
    const side = (this.canvas.clientWidth * ratio) / this.field.width;
    this.canvas.width = Math.round(this.field.width * side);
    this.canvas.height = Math.round(this.field.height * side);
    const context = this.canvas.getContext("2d");
    this.paintCells(context, side);
    if (side >= 6 * ratio) this.paintLines(context, side);
    if (side >= SMALLEST_NUMBERED * ratio) this.paintNumbers(context, side, ratio);
    for (const frame of this.frames) paintFrame(context, frame, side, ratio);
  }

  paintCells(context, side) {
    const style = getComputedStyle(this.canvas);
    const [paper, rim, dot] = ["--paper", "--rim", "--dot"].map((name) => style.getPropertyValue(name));
    const { width, values, holes } = this.field;
    const scale = colourScale(this.range);
    values.forEach((value, place) => {
      const [x, y] = [(place % width) * side, Math.floor(place / width) * side];
      const hidden = holes[place] !== COMPUTED || place > this.filled;
      const coloured = hidden ? "" : cssColour(this.colours[colourPlace(value, this.range[0], scale)]);
      context.fillStyle = hidden ? (holes[place] === AROUND || place > this.filled ? rim : paper) : coloured;
      context.fillRect(Math.floor(x), Math.floor(y), Math.ceil(side + 1), Math.ceil(side + 1));
      if (holes[place] !== COMPUTED) paintDot(context, x + side / 2, y + side / 2, side / 9, dot);
    });
  }

  paintLines(context, side) {
    context.fillStyle = "rgba(128, 128, 128, 0.28)";
    for (let row = 1; row < this.field.height; row++) context.fillRect(0, Math.round(row * side), this.canvas.width, 1);
    for (let column = 1; column < this.field.width; column++) {
      context.fillRect(Math.round(column * side), 0, 1, this.canvas.height);
    }
  }

  paintNumbers(context, side, ratio) {
    context.font = `${Math.min(13 * ratio, side / 2.7)}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    const scale = colourScale(this.range);
    this.field.values.forEach((value, place) => {
      if (this.field.holes[place] !== COMPUTED || place > this.filled) return;
      context.fillStyle = isDark(this.colours[colourPlace(value, this.range[0], scale)]) ? "#fff" : "#1c2026";
      const [row, column] = [Math.floor(place / this.field.width), place % this.field.width];
      context.fillText(short(value), (column + 0.5) * side, (row + 0.5) * side);
    });
  }
}

function clamped(place, size) {
  return Math.min(Math.max(place, 0), size - 1);
}

function paintDot(context, x, y, radius, colour) {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, Math.max(radius, 0.7), 0, 2 * Math.PI);
  context.fill();
}

/** A dark line around a bright one can be seen on every colour. */
function paintFrame(context, { row, column, height = 1, width = 1, ink }, side, ratio) {
  const wide = (ink === "chosen" || side >= 10 * ratio ? 2.5 : 1.5) * ratio;
  for (const [colour, line] of [["rgba(0, 0, 0, 0.75)", wide + 2 * ratio], [FRAME_COLOURS[ink], wide]]) {
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.strokeRect(column * side, row * side, width * side, height * side);
  }
}

function channelsOf(pixel) {
  return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
}

function cssColour(pixel) {
  return `rgb(${channelsOf(pixel).join(" ")})`;
}

function isDark(pixel) {
  const [red, green, blue] = channelsOf(pixel);
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128;
}

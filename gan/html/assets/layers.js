"use strict";

/* Every layer's maps, as strips or one at a time. */

const LARGEST_TILE = 32;
const ONE_LAYER_TILE = 84;

class LayersView {
  constructor(explorer) {
    this.explorer = explorer;
    this.colours = palettes(explorer.model);
    this.strips = explorer.network.layers.map((layer) => new Strip(layer, this.colours));
    this.build();
    explorer.watch(() => this.draw());
  }

  build() {
    byId("layer").append(...this.strips.map(({ layer }) => element("option", { value: layer.name }, layer.name)));
    byId("strips").append(...this.strips.map(({ figure }) => figure));
    byId("layer").addEventListener("change", () => this.choose());
    byId("smooth").addEventListener("change", () => this.choose());
    const draw = () => this.draw();
    addEventListener("scroll", draw, { passive: true });
    new ResizeObserver(draw).observe(byId("strips"));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  }

  choose() {
    const chosen = byId("layer").value;
    for (const { figure, layer } of this.strips) figure.hidden = chosen !== "" && layer.name !== chosen;
    this.draw();
  }

  /** Only what can be seen is painted. */
  draw() {
    const width = byId("strips").clientWidth;
    const [alone, smooth] = [byId("layer").value !== "", byId("smooth").value !== ""];
    const [, ...pictureSides] = this.explorer.network.layers[this.strips.length - 1].shape;
    const pictureSide = Math.max(...pictureSides);
    const tile = alone ? Math.max(ONE_LAYER_TILE, Math.min(pictureSide, width)) : Math.min(pictureSide, LARGEST_TILE);
    for (const strip of this.strips) strip.draw(width, tile, smooth);
  }
}

function palettes(model) {
  return Object.fromEntries(Object.entries(model.colours).map(([name, table]) => [name, packedColours(table)]));
}

class Strip {
  constructor(layer, colours) {
    this.layer = layer;
    this.colours = colours[layer.signed ? "diverging" : "viridis"];
    this.canvas = element("canvas", { role: "img", "aria-label": `The ${layer.shape[0]} channels of ${layer.name}` });
    [this.low, this.high] = [element("span"), element("span")];
    this.figure = element("figure", { class: "strip" }, this.caption(), this.canvas);
    this.canvas.addEventListener("pointermove", (event) => this.tell(event));
  }

  caption() {
    const { name, shape, text } = this.layer;
    const scale = element("span", { class: "scale" }, this.low, colourBar(this.colours), this.high);
    return element("figcaption", {}, element("b", {}, name), `${shape.join(" × ")}, ${text}`, scale);
  }

  draw(width, tile, smooth) {
    if (!isSeen(this.figure)) return;
    this.fit(tiling(this.layer.shape, tile, width));
    this.range = valueRange(this.layer.maps, this.layer.signed);
    [this.low.textContent, this.high.textContent] = this.range.map(short);
    const pixels = new Uint32Array(this.image.data.buffer);
    paintMosaic(pixels, this.layer.maps, this.layer.shape, this.tiles, this.colours, this.range, smooth);
    this.context.putImageData(this.image, 0, 0);
  }

  fit(tiles) {
    const same = this.tiles && tiles.width === this.tiles.width && tiles.height === this.tiles.height;
    this.tiles = tiles;
    if (same) return;
    Object.assign(this.canvas, { width: tiles.width, height: tiles.height });
    this.context = this.canvas.getContext("2d");
    this.image = this.context.createImageData(tiles.width, tiles.height);
  }

  /** Which channel, cell and value is under the mouse. */
  tell(event) {
    const { columns, wide, high } = this.tiles;
    const [channels, rows, across] = this.layer.shape;
    const scale = this.canvas.width / this.canvas.clientWidth;
    const [x, y] = [event.offsetX * scale, event.offsetY * scale];
    const channel = Math.floor(y / (high + 1)) * columns + clamped(Math.floor(x / (wide + 1)), columns);
    if (channel < 0 || channel >= channels) return;
    const row = clamped(Math.floor(((y % (high + 1)) * rows) / high), rows);
    const column = clamped(Math.floor(((x % (wide + 1)) * across) / wide), across);
    const value = exact(this.layer.maps[(row * across + column) * channels + channel]);
    byId("cell-text").textContent = `${this.layer.name}, channel ${channel}, row ${row}, column ${column}: ${value}`;
  }
}

function colourBar(colours) {
  const canvas = element("canvas", { width: 256, height: 1, "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  const image = context.createImageData(256, 1);
  new Uint32Array(image.data.buffer).set(colours);
  context.putImageData(image, 0, 0);
  return canvas;
}

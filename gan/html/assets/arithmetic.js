"use strict";

/* One transposed convolution as five stages, the products behind one output, and their sum. */

const OUTPUTS_A_SECOND = 8;
const RANKED = 8;
const STAGES = [
  ["input", "a", "Input"],
  ["inserted", "b", "Zeros inserted"],
  ["padded", "c", "Padded"],
  ["kernel", "d", "Flipped kernel"],
  ["output", "e", "Output"],
];

class ArithmeticView {
  constructor(explorer) {
    this.explorer = explorer;
    this.colours = palettes(explorer.model);
    this.grids = this.buildStages();
    this.filled = Infinity;
    this.offerConvolutions();
    this.connect();
    explorer.watch(() => this.follow());
  }

  buildStages() {
    const entries = STAGES.map(([name, letter, title]) => {
      const canvas = element("canvas", { role: "img", "aria-label": title });
      const caption = element("figcaption");
      byId("stages").append(element("figure", { class: "stage" }, element("h3", {}, `${letter} ${title}`), canvas, caption));
      return [name, { grid: new CellGrid(canvas, name === "output" ? (cell) => this.point(cell) : null), caption, canvas }];
    });
    const grids = Object.fromEntries(entries);
    const words = { tabindex: 0, role: "application", "aria-roledescription": "map of outputs" };
    for (const [key, value] of Object.entries(words)) grids.output.canvas.setAttribute(key, value);
    return grids;
  }

  /** The generator's own come first; each choice makes a convolution for an output channel. */
  offerConvolutions() {
    const { network, model } = this.explorer;
    const own = network.layers.flatMap((layer, place) => (layer.part === "transposed" ? [{ layer, place }] : []));
    this.choices = [
      ...own.map(({ layer, place }) => ({
        title: `${layer.name}: ${sidesText(layer.given)} → ${sidesText(layer.shape)}`,
        channels: [layer.given[0], layer.shape[0]],
        make: (channel) => convolutionOf(network, place, channel),
      })),
      ...model.toys.map((toy) => ({
        title: `small example: ${toy.title}`,
        channels: [1, 1],
        note: toy.note,
        make: () => convolutionOfToy(toy),
      })),
    ];
    byId("convolution").append(...this.choices.map(({ title }, place) => element("option", { value: place }, title)));
    byId("no-convolution").hidden = own.length > 0;
    byId("convolution").value = clamped(1, Math.max(own.length, 1));
  }

  connect() {
    byId("convolution").addEventListener("change", () => this.choose());
    byId("channel-out").addEventListener("input", () => this.work());
    byId("channel-in").addEventListener("input", () => this.work());
    byId("strongest").addEventListener("click", () => this.takeStrongest());
    this.stop = playWith(byId("slide"), (elapsed, start) => this.slideTo(start + (elapsed * OUTPUTS_A_SECOND) / 1000), () =>
      this.isWhole ? 0 : this.filled,
    );
    addEventListener("scroll", () => this.isStale && this.follow(), { passive: true });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.show());
  }

  get choice() {
    return this.choices[byId("convolution").value];
  }

  get isWhole() {
    return this.filled >= this.convolution.output.values.length - 1;
  }

  get input() {
    return clamped(Math.floor(byId("channel-in").valueAsNumber) || 0, this.choice.channels[0]);
  }

  /** Another convolution: begin in its middle, with the input channel that says most. */
  choose() {
    this.stop();
    this.filled = Infinity;
    this.pixel = null;
    this.work();
    this.takeStrongest();
  }

  /** After another picture: at once if this is in view, else when it comes there. */
  follow() {
    this.isStale = !isSeen(byId("arithmetic"));
    if (!this.isStale) this.work();
  }

  /** Everything anew, as for another picture. */
  work() {
    const { channels, note = "" } = this.choice;
    ["channel-in", "channel-out"].forEach((name, side) => {
      byId(name).max = channels[side] - 1;
      byId(name).disabled = channels[side] === 1;
      if (byId(name).valueAsNumber >= channels[side]) byId(name).value = 0;
    });
    byId("strongest").disabled = channels[0] === 1;
    byId("toy-note").hidden = note === "";
    byId("toy-note").textContent = `${note}.`;
    this.convolution = this.choice.make(clamped(Math.floor(byId("channel-out").valueAsNumber) || 0, channels[1]));
    const { height, width } = this.convolution.output;
    this.pixel ??= [Math.floor(height / 2), Math.floor(width / 2)];
    this.show();
  }

  takeStrongest() {
    const shares = this.convolution.shares(this.pixel).map(Math.abs);
    byId("channel-in").value = shares.indexOf(Math.max(...shares));
    this.show();
  }

  point(cell) {
    this.stop();
    this.filled = Infinity;
    this.pixel = cell;
    this.show();
  }

  /** Output after output, row by row; at the end all are there. */
  slideTo(count) {
    const { width, values } = this.convolution.output;
    this.filled = Math.min(Math.floor(count), values.length - 1);
    this.pixel = [Math.floor(this.filled / width), this.filled % width];
    if (this.isWhole) this.stop();
    this.show();
  }

  show() {
    this.showStages();
    this.showFrames();
    this.showSum();
  }

  showStages() {
    const { geometry, output, channels } = this.convolution;
    const input = this.convolution.input(this.input);
    const inserted = insertZeros(input, geometry.stride);
    const padded = padField(inserted, geometry);
    const kernel = flipField(this.convolution.kernel(this.input));
    this.put("input", input, input, sizeText(input));
    this.put("inserted", inserted, input, `${sizeText(inserted)}: ${insertionText(geometry)}`);
    this.put("padded", padded, input, `${sizeText(padded)}: ${paddingText(geometry)}`);
    this.put("kernel", kernel, kernel, `${sizeText(kernel)}: turned 180°`, true);
    const summed = channels === 1 ? "its sum" : `the sum over ${channels} inputs`;
    this.put("output", output, output, `${sizeText(output)}: ${summed}`, true);
  }

  /** The first three stages hold the values of one field, so their colours go by its range. */
  put(name, field, coloured, caption, signed = coloured.values.some((value) => value < 0)) {
    const largest = valueRange(coloured.values, true)[1];
    const colours = this.colours[signed ? "diverging" : "viridis"];
    const filled = name === "output" ? this.filled : Infinity;
    this.grids[name].grid.show(field, [signed ? -largest : 0, largest], colours, filled);
    this.grids[name].caption.textContent = caption;
  }

  showFrames() {
    const { stride, border, kernel } = this.convolution.geometry;
    const products = this.convolution.products(this.input, this.pixel);
    const [row, column] = this.pixel;
    const frames = (place) => products.map((product) => ({ ...place(product), ink: "part" }));
    const cells = (by, more) => frames(({ cell }) => ({ row: cell[0] * by + more, column: cell[1] * by + more }));
    const taps = frames(({ tap }) => ({ row: kernel - 1 - tap[0], column: kernel - 1 - tap[1] }));
    const [input, inserted, padded, flipped, output] = STAGES.map(([name]) => this.grids[name].grid);
    input.mark(cells(1, 0));
    inserted.mark(cells(stride, 0));
    padded.mark([...cells(stride, border), { row, column, height: kernel, width: kernel, ink: "chosen" }]);
    flipped.mark(taps);
    output.mark([{ row, column, ink: "chosen" }]);
    output.current = this.pixel;
  }

  showSum() {
    const { convolution, pixel, input } = this;
    const products = convolution.products(input, pixel);
    const many = convolution.channels > 1;
    byId("products-title").textContent = productsTitle(products, pixel, many ? ` from input channel ${input}` : "");
    byId("products").replaceChildren(...products.map((product) => productRow(product, convolution.geometry.kernel)));
    const shares = convolution.shares(pixel);
    byId("ranking-box").hidden = !many;
    if (many) this.rank(shares);
    const there = convolution.output.values[pixel[0] * convolution.output.width + pixel[1]];
    const text = sumText(pixel, shares, convolution.bias, there);
    byId("sum").textContent = text;
    this.grids.output.canvas.setAttribute("aria-label", `Output. ${text}`);
  }

  rank(shares) {
    const order = shares.map((_, channel) => channel).sort((a, b) => Math.abs(shares[b]) - Math.abs(shares[a]));
    const largest = Math.abs(shares[order[0]]) || 1;
    byId("ranking").replaceChildren(...order.slice(0, RANKED).map((channel) => this.ranked(channel, shares[channel], largest)));
  }

  ranked(channel, share, largest) {
    const bar = element("span", { class: share < 0 ? "bar negative" : "bar", "aria-hidden": "true" });
    bar.style.width = `${(100 * Math.abs(share)) / largest}%`;
    const words = { type: "button", "aria-current": channel === this.input };
    const button = element("button", words, element("span", {}, `input ${channel}`), bar, element("span", {}, exact(share)));
    button.addEventListener("click", () => {
      byId("channel-in").value = channel;
      this.show();
      byId("ranking").querySelector("[aria-current=true]")?.focus();
    });
    return element("li", {}, button);
  }
}

function sidesText([, height, width]) {
  return `${height} × ${width}`;
}

function placeText([row, column]) {
  return `${row}, ${column}`;
}

function productsTitle(products, pixel, from) {
  const start = `Output ${placeText(pixel)}${from}`;
  if (products.length === 0) return `${start}: no input cell reaches it`;
  const count = products.length === 1 ? "1 product," : `${products.length} products, which sum to`;
  return `${start}: ${count} ${exact(sumOf(products))}`;
}

function productRow({ cell, value, tap, weight }, kernel) {
  const flipped = [kernel - 1 - tap[0], kernel - 1 - tap[1]];
  const texts = [placeText(cell), exact(value), placeText(flipped), exact(weight), exact(value * weight)];
  return element("tr", {}, ...texts.map((text) => element("td", {}, text)));
}

/** The whole sum, ending at the number in the map. */
function sumText(pixel, shares, bias, there) {
  const sum = shares.reduce((total, share) => total + share, 0);
  const parts = shares.length > 1 ? [`${exact(sum)} from ${shares.length} input channels`] : [];
  if (bias) parts.push(`${exact(bias)} bias`);
  const made = exact(sum + bias);
  const start = parts.length ? `${parts.join(" + ")} = ` : "";
  return `Output ${placeText(pixel)} = ${start}${made}  ·  in the map: ${exact(there)} ${made === exact(there) ? "✓" : "≈"}`;
}

"use strict";

/* The arithmetic of one transposed convolution, step by step (Dumoulin and Visin, 2016, chapter 4). A field is
   { height, width, values, holes }: numbers row by row, and which of them are zeros that were put in. */

const COMPUTED = 0;
const BETWEEN = 1;
const AROUND = 2;

class Geometry {
  constructor({ kernel, stride, padding, outputPadding }) {
    Object.assign(this, { kernel, stride, padding, outputPadding });
  }

  /** Zeros around the zero-inserted input; below zero, so many are cut off. Below and right there are more. */
  get border() {
    return this.kernel - 1 - this.padding;
  }

  outputSize(size) {
    return (size - 1) * this.stride - 2 * this.padding + this.kernel + this.outputPadding;
  }

  /** Along one direction: [input cell, kernel tap] for all that make output `place`, of an input of `size`. */
  sources(place, size) {
    const taps = Array.from({ length: this.kernel }, (_, tap) => [(place + this.padding - tap) / this.stride, tap]);
    return taps.filter(([cell]) => Number.isInteger(cell) && cell >= 0 && cell < size).reverse();
  }
}

function makeField(height, width, valueAt, holeAt = () => COMPUTED) {
  const field = { height, width, values: new Float64Array(height * width), holes: new Uint8Array(height * width) };
  for (let place = 0; place < height * width; place++) {
    const [row, column] = [Math.floor(place / width), place % width];
    field.values[place] = valueAt(row, column);
    field.holes[place] = holeAt(row, column);
  }
  return field;
}

function insertZeros(field, stride) {
  const isCell = (row, column) => row % stride === 0 && column % stride === 0;
  const place = (row, column) => (row / stride) * field.width + column / stride;
  return makeField(
    (field.height - 1) * stride + 1,
    (field.width - 1) * stride + 1,
    (row, column) => (isCell(row, column) ? field.values[place(row, column)] : 0),
    (row, column) => (isCell(row, column) ? COMPUTED : BETWEEN),
  );
}

function padField(field, geometry) {
  const { border, outputPadding } = geometry;
  const inside = (row, column) => row >= 0 && column >= 0 && row < field.height && column < field.width;
  const read = (list, outside) => (row, column) =>
    inside(row - border, column - border) ? list[(row - border) * field.width + column - border] : outside;
  const more = 2 * border + outputPadding;
  return makeField(field.height + more, field.width + more, read(field.values, 0), read(field.holes, AROUND));
}

function flipField(field) {
  const last = field.values.length - 1;
  return makeField(field.height, field.width, (row, column) => field.values[last - row * field.width - column]);
}

/** One output channel of a transposed convolution. `input` and `kernel` give the field of an input channel. */
class Convolution {
  constructor({ geometry, channels, input, kernel, bias, output }) {
    Object.assign(this, { geometry, channels, input, kernel, bias, output });
  }

  /** The products that make output (row, column), of one input channel, in the order of the input's cells. */
  products(channel, [row, column]) {
    const [input, kernel] = [this.input(channel), this.kernel(channel)];
    const across = this.geometry.sources(column, input.width);
    return this.geometry.sources(row, input.height).flatMap(([cellRow, tapRow]) =>
      across.map(([cellColumn, tapColumn]) => ({
        cell: [cellRow, cellColumn],
        tap: [tapRow, tapColumn],
        value: input.values[cellRow * input.width + cellColumn],
        weight: kernel.values[tapRow * kernel.width + tapColumn],
      })),
    );
  }

  /** What each input channel adds to output (row, column). */
  shares(pixel) {
    return Array.from({ length: this.channels }, (_, channel) => sumOf(this.products(channel, pixel)));
  }
}

function sumOf(products) {
  return products.reduce((sum, { value, weight }) => sum + value * weight, 0);
}

/** One channel of maps in the order row, column, channel. */
function channelField(maps, [channels, height, width], channel) {
  return makeField(height, width, (row, column) => maps[(row * width + column) * channels + channel]);
}

/** The transposed convolution at `place` among the network's layers, as it made its output `channel`. */
function convolutionOf(network, place, channel) {
  const layer = network.layers[place];
  const [outputs] = layer.shape;
  const weight = network.tensors[`${layer.name}.weight`];
  const bias = network.tensors[`${layer.name}.bias`];
  const { kernel } = layer;
  return new Convolution({
    geometry: new Geometry(layer),
    channels: layer.given[0],
    input: (source) => channelField(network.given(place), layer.given, source),
    kernel: (source) =>
      makeField(kernel, kernel, (u, v) => weight[((source * kernel + u) * kernel + v) * outputs + channel]),
    bias: bias ? bias[channel] : 0,
    output: channelField(layer.maps, layer.shape, channel),
  });
}

/** A small example of one input and one output channel. */
function convolutionOfToy(toy) {
  const geometry = new Geometry(toy);
  const field = (side, numbers) => makeField(side, side, (row, column) => numbers[row * side + column]);
  const [input, kernel] = [field(toy.size, toy.values), field(toy.kernel, toy.weights)];
  const blank = { geometry, channels: 1, input: () => input, kernel: () => kernel, bias: 0, output: null };
  const convolution = new Convolution(blank);
  const side = geometry.outputSize(toy.size);
  convolution.output = makeField(side, side, (row, column) => sumOf(convolution.products(0, [row, column])));
  return convolution;
}

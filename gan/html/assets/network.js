"use strict";

/* The generator: z goes through its layers one after the other. Maps are Float32Array in the order row, column,
   channel, and the last index of every weight is the output channel, so that the innermost loops run along memory. */

/** The tensors of `model` by name, as Float32Array; `text` holds their bytes in base64. */
function readTensors(model, text) {
  const bytes = fromBase64(text);
  const entries = Object.entries(model.tensors);
  const tensors = Object.fromEntries(entries.map(([name, stored]) => [name, READERS[stored.numbers](bytes, stored)]));
  for (const [name, stored] of entries) {
    if (stored.numbers === "i8") scaleChannels(tensors[name], tensors[`${name}.scales`]);
  }
  return tensors;
}

const READERS = {
  f32: (bytes, { offset, count }) => new Float32Array(bytes.buffer, offset, count),
  f16: (bytes, { offset, count }) => Float32Array.from(new Uint16Array(bytes.buffer, offset, count), fromHalf),
  i8: (bytes, { offset, count }) => Float32Array.from(new Int8Array(bytes.buffer, offset, count)),
};

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fromBase64(text) {
  const digits = new Uint8Array(128);
  for (let place = 0; place < 64; place++) digits[BASE64.charCodeAt(place)] = place;
  const length = text.replace(/=+$/, "").length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let kept = 0;
  for (let place = 0, written = 0; place < length; place++) {
    kept = ((kept << 6) | digits[text.charCodeAt(place)]) & 0xffff;
    if (place % 4 !== 0) bytes[written++] = kept >> (6 - 2 * (place % 4));
  }
  return bytes;
}

/** The number that 16 bits stand for: IEEE 754 binary16, without infinities. */
function fromHalf(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function scaleChannels(values, scales) {
  for (let place = 0; place < values.length; place++) values[place] *= scales[place % scales.length];
}

/** A generator that keeps what each of its layers gave for the last picture. */
class Network {
  constructor(model, tensors) {
    this.model = model;
    this.tensors = tensors;
    this.layers = model.layers.map((layer) => ({ ...layer, maps: new Float32Array(sizeOf(layer.shape)) }));
    this.entrance = new Float32Array(0);
  }

  /** All maps for one point and, where the generator has classes, the number of one. */
  run(z, chosenClass) {
    let maps = (this.entrance = this.entered(z, chosenClass));
    for (const layer of this.layers) {
      OPERATIONS[layer.part](maps, layer.maps, layer, (name) => this.tensors[`${layer.name}.${name}`]);
      multiply(layer.maps, this.tensors[`${layer.name}.edit`]);
      maps = layer.maps;
    }
  }

  /** What a layer was given, in the order row, column, channel. */
  given(place) {
    return place === 0 ? this.entrance : this.layers[place - 1].maps;
  }

  /** The picture as red, green, blue and opacity, 0 to 255. */
  pixels() {
    const { scale, offset } = this.model.pixels;
    const { maps, shape } = this.layers[this.layers.length - 1];
    const channels = shape[0];
    const pixels = new Uint8ClampedArray(shape[1] * shape[2] * 4).fill(255);
    for (let cell = 0; cell < shape[1] * shape[2]; cell++) {
      for (let channel = 0; channel < Math.max(channels, 3); channel++) {
        const source = channel % channels;
        const value = maps[cell * channels + source] * scale[source % scale.length] + offset[source % offset.length];
        pixels[cell * 4 + channel] = (value + 1) * 127.5;
      }
    }
    return pixels;
  }

  /** z and, where there is one, the class. */
  entered(z, chosenClass) {
    const { condition } = this.model;
    if (!condition) return Float32Array.from(z);
    const label = this.label(condition, chosenClass);
    if (condition.join === "added") return z.map((number, place) => number + label[place]);
    if (condition.join === "multiplied") return z.map((number, place) => number * label[place]);
    return Float32Array.from(condition.first ? [...label, ...z] : [...z, ...label]);
  }

  label(condition, chosenClass) {
    const { classes, width, embedded } = condition;
    if (!embedded) return Float32Array.from({ length: classes }, (_, place) => (place === chosenClass ? 1 : 0));
    return this.tensors["label.weight"].subarray(chosenClass * width, (chosenClass + 1) * width);
  }
}

function sizeOf(shape) {
  return shape[0] * shape[1] * shape[2];
}

/** Edits of channels: what is multiplied by 0 is silent, whatever it held. */
function multiply(maps, factors) {
  if (!factors) return;
  for (let place = 0; place < maps.length; place++) maps[place] = factors[place] === 0 ? 0 : maps[place] * factors[place];
}

/** Each takes the maps given, those to fill, the layer, and its tensors by name. */
const OPERATIONS = {
  linear,
  transposed: transposedConvolution,
  convolution,
  up: enlarge,
  batch: affine,
  instance: instanceNorm,
  pixel: pixelNorm,
  act: activate,
};

function linear(x, y, layer, tensor) {
  const weight = tensor("weight");
  fillWith(y, tensor("bias"));
  for (let place = 0; place < x.length; place++) addRow(y, 0, weight, place * y.length, y.length, x[place]);
}

/** Every input cell stamps the kernel, times its value, onto the output; cells that are 0 have nothing to add. */
function transposedConvolution(x, y, layer, tensor) {
  const weight = tensor("weight");
  const [channels, height, width] = layer.given;
  const [outputs, rows, columns] = layer.shape;
  const { kernel, stride, padding } = layer;
  fillWith(y, tensor("bias"));
  for (let channel = 0; channel < channels; channel++) {
    for (let cell = 0; cell < height * width; cell++) {
      const value = x[cell * channels + channel];
      if (value === 0) continue;
      const top = Math.floor(cell / width) * stride - padding;
      const left = (cell % width) * stride - padding;
      for (let u = Math.max(0, -top); u < kernel && top + u < rows; u++) {
        for (let v = Math.max(0, -left); v < kernel && left + v < columns; v++) {
          const tap = ((channel * kernel + u) * kernel + v) * outputs;
          addRow(y, ((top + u) * columns + left + v) * outputs, weight, tap, outputs, value);
        }
      }
    }
  }
}

function convolution(x, y, layer, tensor) {
  const weight = tensor("weight");
  const [channels, height, width] = layer.given;
  const [outputs, , columns] = layer.shape;
  const { kernel, stride, padding } = layer;
  fillWith(y, tensor("bias"));
  for (let cell = 0; cell < y.length / outputs; cell++) {
    const top = Math.floor(cell / columns) * stride - padding;
    const left = (cell % columns) * stride - padding;
    for (let u = Math.max(0, -top); u < kernel && top + u < height; u++) {
      for (let v = Math.max(0, -left); v < kernel && left + v < width; v++) {
        const seen = ((top + u) * width + left + v) * channels;
        const tap = (u * kernel + v) * channels;
        for (let channel = 0; channel < channels; channel++) {
          const value = x[seen + channel];
          if (value !== 0) addRow(y, cell * outputs, weight, (tap + channel) * outputs, outputs, value);
        }
      }
    }
  }
}

/** y[start ...] += value * weight[from ...], `count` numbers. */
function addRow(y, start, weight, from, count, value) {
  for (let place = 0; place < count; place++) y[start + place] += value * weight[from + place];
}

/** Each cell begins with the bias of its channels, or with 0. */
function fillWith(y, bias) {
  if (!bias) {
    y.fill(0);
    return;
  }
  for (let start = 0; start < y.length; start += bias.length) y.set(bias, start);
}

function enlarge(x, y, layer) {
  const [channels, height, width] = layer.given;
  const across = resampling(width, layer);
  resampling(height, layer).forEach((rowTaps, row) => {
    across.forEach((columnTaps, column) => {
      const start = (row * across.length + column) * channels;
      y.fill(0, start, start + channels);
      for (const [sourceRow, share] of rowTaps) {
        for (const [sourceColumn, part] of columnTaps) {
          addRow(y, start, x, (sourceRow * width + sourceColumn) * channels, channels, share * part);
        }
      }
    });
  });
}

/** For each place of a longer line, [source, share] of what it is made of, as torch interpolates. */
function resampling(size, { side, how, alignCorners }) {
  return Array.from({ length: side }, (_, place) => {
    if (how === "nearest") return [[Math.floor((place * size) / side), 1]];
    const centre = alignCorners ? (place * (size - 1)) / Math.max(side - 1, 1) : ((place + 0.5) * size) / side - 0.5;
    return how === "bilinear" ? linearTaps(Math.max(centre, 0), size) : cubicTaps(centre, size);
  });
}

function linearTaps(centre, size) {
  const first = Math.min(Math.floor(centre), size - 1);
  const share = centre - first;
  return [[first, 1 - share], [Math.min(first + 1, size - 1), share]];
}

/** Keys (1981), with a = -0.75 as in torch; beyond the edges the last cell goes on. */
function cubicTaps(centre, size) {
  const first = Math.floor(centre);
  return [-1, 0, 1, 2].map((step) => {
    const source = Math.min(Math.max(first + step, 0), size - 1);
    return [source, cubicShare(Math.abs(centre - first - step))];
  });
}

function cubicShare(distance) {
  const a = -0.75;
  if (distance <= 1) return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
  return ((a * distance - 5 * a) * distance + 8 * a) * distance - 4 * a;
}

/** BatchNorm by its running statistics is one factor and one summand for each channel. */
function affine(x, y, layer, tensor) {
  const scale = tensor("scale");
  const shift = tensor("shift");
  for (let place = 0; place < x.length; place++) {
    const channel = place % scale.length;
    y[place] = x[place] * scale[channel] + shift[channel];
  }
}

/** Each map has mean 0 and variance 1 before its factor and summand. */
function instanceNorm(x, y, layer, tensor) {
  const scale = tensor("scale");
  const shift = tensor("shift");
  const channels = layer.shape[0];
  const cells = x.length / channels;
  for (let channel = 0; channel < channels; channel++) {
    let mean = 0;
    for (let place = channel; place < x.length; place += channels) mean += x[place] / cells;
    let variance = 0;
    for (let place = channel; place < x.length; place += channels) variance += (x[place] - mean) ** 2 / cells;
    const factor = scale[channel] / Math.sqrt(variance + layer.eps);
    for (let place = channel; place < x.length; place += channels) y[place] = (x[place] - mean) * factor + shift[channel];
  }
}

/** Each cell is divided by the root mean square over its channels. */
function pixelNorm(x, y, layer) {
  const channels = layer.shape[0];
  for (let start = 0; start < x.length; start += channels) {
    const cell = x.subarray(start, start + channels);
    const square = cell.reduce((sum, value) => sum + value * value, 0) / channels;
    for (let place = start; place < start + channels; place++) y[place] = x[place] / Math.sqrt(square + layer.eps);
  }
}

function activate(x, y, layer, tensor) {
  const slopes = layer.kind === "prelu" ? tensor("weight") : [layer.slope];
  const bend = ACTIVATIONS[layer.kind];
  for (let place = 0; place < x.length; place++) y[place] = bend(x[place], slopes[place % slopes.length]);
}

const ACTIVATIONS = {
  relu: (x) => (x > 0 ? x : 0),
  leaky: (x, slope) => (x > 0 ? x : x * slope),
  prelu: (x, slope) => (x > 0 ? x : x * slope),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  gelu: (x) => (x * (1 + errorFunction(x / Math.SQRT2))) / 2,
  silu: (x) => x / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

/** Abramowitz and Stegun (1964), 7.1.26; wrong by at most 1.5e-7. */
function errorFunction(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}

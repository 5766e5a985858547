"use strict";

/* The random numbers of numpy's default_rng(seed), so that a seed means the same point here as in the program:
   SeedSequence and PCG64 (O'Neill, 2014), and the ziggurat for 32-bit normal numbers (Marsaglia and Tsang, 2000). */

const BITS_64 = (1n << 64n) - 1n;
const BITS_128 = (1n << 128n) - 1n;
const PCG_MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const POOL = 4;
const TAIL = 3.6541528853610088;
const STRIP_AREA = 0.00492867323399;
const STRIPS = 256;
const STEPS = 2 ** 23;

/** Spreads the bits of a seed: each call mixes one word of 32 bits and goes on to the next constant. */
function hasher(start, factor) {
  let constant = start;
  return (word) => {
    const mixed = word ^ constant;
    constant = Math.imul(constant, factor);
    const product = Math.imul(mixed, constant);
    return (product ^ (product >>> 16)) >>> 0;
  };
}

function mixed(x, y) {
  const sum = (Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y)) >>> 0;
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** The pool of four words that numpy makes of a seed below 2 ** 32. */
function entropyPool(seed) {
  const hash = hasher(0x43b0d7e5, 0x931e8875);
  const pool = Array.from({ length: POOL }, (_, place) => hash(place === 0 ? seed : 0));
  for (let source = 0; source < POOL; source++) {
    for (let target = 0; target < POOL; target++) {
      if (source !== target) pool[target] = mixed(pool[target], hash(pool[source]));
    }
  }
  return pool;
}

/** `count` numbers of 64 bits that follow from a seed. */
function seedWords(seed, count) {
  const pool = entropyPool(seed);
  const hash = hasher(0x8b51f9dd, 0x58f38ded);
  const halves = Array.from({ length: 2 * count }, (_, place) => BigInt(hash(pool[place % POOL])));
  return Array.from({ length: count }, (_, place) => halves[2 * place] | (halves[2 * place + 1] << 32n));
}

class Pcg64 {
  constructor(seed) {
    const [high, low, streamHigh, streamLow] = seedWords(seed, 4);
    this.increment = ((((streamHigh << 64n) | streamLow) << 1n) | 1n) & BITS_128;
    this.state = (this.increment + ((high << 64n) | low)) & BITS_128;
    this.step();
    this.half = null;
  }

  step() {
    this.state = (this.state * PCG_MULTIPLIER + this.increment) & BITS_128;
  }

  next64() {
    this.step();
    const folded = (this.state >> 64n) ^ (this.state & BITS_64);
    const turn = this.state >> 122n;
    return ((folded >> turn) | (folded << (64n - turn))) & BITS_64;
  }

  /** 32 bits; a number of 64 bits gives its lower half first. */
  next32() {
    if (this.half !== null) {
      const kept = this.half;
      this.half = null;
      return kept;
    }
    const whole = this.next64();
    this.half = Number(whole >> 32n);
    return Number(whole & 0xffffffffn);
  }

  /** Evenly distributed in [0, 1), in steps of 2 ** -24. */
  uniform() {
    return (this.next32() >>> 8) / 2 ** 24;
  }
}

const ZIGGURAT = zigguratTables();

/** Right ends of the strips, their heights, and how far into each a number is certain to lie below the curve. */
function zigguratTables() {
  const density = (x) => Math.exp((-x * x) / 2);
  const ends = new Float64Array(STRIPS);
  ends[STRIPS - 1] = TAIL;
  for (let strip = STRIPS - 2; strip >= 1; strip--) {
    const outer = ends[strip + 1];
    ends[strip] = Math.sqrt(-2 * Math.log(STRIP_AREA / outer + density(outer)));
  }
  const base = STRIP_AREA / density(TAIL);
  const widths = ends.map((end, strip) => (strip === 0 ? base : end));
  return {
    scales: Float32Array.from(widths, (width) => width / STEPS),
    certain: Uint32Array.from(widths, (width, strip) => (strip === 0 ? TAIL : ends[strip - 1]) / width * STEPS),
    heights: Float32Array.from(ends, (end, strip) => (strip === 0 ? 1 : density(end))),
  };
}

function standardNormal(random) {
  for (;;) {
    const bits = random.next32();
    const strip = bits & 0xff;
    const size = bits >>> 9;
    const sign = bits & 0x100 ? -1 : 1;
    const x = sign * Math.fround(size * ZIGGURAT.scales[strip]);
    if (size < ZIGGURAT.certain[strip]) return x;
    if (strip === 0) return tail(random, size);
    const { heights } = ZIGGURAT;
    const step = Math.fround(heights[strip - 1] - heights[strip]);
    const height = Math.fround(Math.fround(step * random.uniform()) + heights[strip]);
    if (height < Math.exp(-0.5 * x * x)) return x;
  }
}

/** Beyond the last strip (Marsaglia, 1964). */
function tail(random, size) {
  for (;;) {
    const x = Math.fround(Math.fround(-1 / TAIL) * Math.fround(Math.log1p(-random.uniform())));
    const y = -Math.log1p(-random.uniform());
    if (2 * y > x * x) return Math.fround((size >>> 8) & 1 ? -(Math.fround(TAIL) + x) : Math.fround(TAIL) + x);
  }
}

/** A random point: `length` numbers, each "normal" or "uniform" between -1 and 1. */
function samplePoint(seed, length, distribution) {
  const random = new Pcg64(seed);
  const draw = distribution === "normal" ? () => standardNormal(random) : () => 2 * random.uniform() - 1;
  return Float32Array.from({ length }, draw);
}

"use strict";

/* Feature maps as pictures: a value range, a colour map, all channels side by side. */

/** Lowest and highest value, symmetric about 0 if `signed`; never empty. */
function valueRange(values, signed) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (signed) {
    high = Math.max(Math.abs(low), Math.abs(high)) || 1;
    low = -high;
  }
  return high > low ? [low, high] : [low, low + 1];
}

/** 256 colours as the 32 bits of a pixel, from tables of red, green and blue. */
function packedColours(table) {
  const bytes = new Uint8ClampedArray(table.flatMap((colour) => [...colour, 255]));
  return new Uint32Array(bytes.buffer);
}

/** The place of a value in a table of 256 colours; beyond the ends it is one of them. */
function colourPlace(value, low, scale) {
  const place = Math.floor(Math.fround(Math.fround(Math.fround(value - low) * scale) + 0.5));
  return place > 255 ? 255 : place > 0 ? place : 0;
}

function colourScale([low, high]) {
  return Math.fround(255 / (high - low));
}

/**
 * Tiles of `wide` by `high` pixels with gaps of 1, about as many in each row, no wider than `width`: columns and size.
 * They have the proportions of the maps, and `side` pixels along the longer side.
 */
function tiling([count, down, across], side, width) {
  const [wide, high] = [across, down].map((cells) => Math.max(1, Math.round((side * cells) / Math.max(down, across))));
  const most = Math.max(1, Math.min(count, Math.floor((width + 1) / (wide + 1))));
  const rows = Math.ceil(count / most);
  const columns = Math.ceil(count / rows);
  return { columns, wide, high, width: columns * (wide + 1) - 1, height: rows * (high + 1) - 1 };
}

/** Fills `pixels` with all channels of maps in order, each enlarged to a tile: by repeating cells, or smoothly. */
function paintMosaic(pixels, maps, shape, tiles, colours, range, smooth) {
  const { columns, wide, high, width } = tiles;
  const scale = colourScale(range);
  const colourOf = (value) => colours[colourPlace(value, range[0], scale)];
  for (let channel = 0; channel < shape[0]; channel++) {
    const start = Math.floor(channel / columns) * (high + 1) * width + (channel % columns) * (wide + 1);
    const paint = smooth ? paintSmoothly : paintCells;
    paint(pixels, start, tiles, maps, channel, shape, colourOf);
  }
}

function paintCells(pixels, start, { wide, high, width }, maps, channel, [channels, rows, across], colourOf) {
  let painted = -1;
  for (let y = 0; y < high; y++) {
    const line = start + y * width;
    const row = Math.floor((y * rows) / high);
    if (row === painted) {
      pixels.copyWithin(line, line - width, line - width + wide);
      continue;
    }
    painted = row;
    for (let cell = 0, x = 0; cell < across; cell++) {
      const colour = colourOf(maps[(row * across + cell) * channels + channel]);
      for (; Math.floor((x * across) / wide) === cell && x < wide; x++) pixels[line + x] = colour;
    }
  }
}

function paintSmoothly(pixels, start, { wide, high, width }, maps, channel, [channels, rows, across], colourOf) {
  const [down, over] = [smoothTaps(rows, high), smoothTaps(across, wide)];
  const at = (row, column) => maps[(row * across + column) * channels + channel];
  for (let y = 0; y < high; y++) {
    const [[top, upper], [bottom, lower]] = down[y];
    for (let x = 0; x < wide; x++) {
      const [[left, before], [right, behind]] = over[x];
      const above = before * at(top, left) + behind * at(top, right);
      const below = before * at(bottom, left) + behind * at(bottom, right);
      pixels[start + y * width + x] = colourOf(upper * above + lower * below);
    }
  }
}

/** For each pixel of a tile: [cell, share] of the two cells around it. */
function smoothTaps(size, tile) {
  return Array.from({ length: tile }, (_, place) => linearTaps(Math.max(((place + 0.5) * size) / tile - 0.5, 0), size));
}

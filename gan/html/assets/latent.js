"use strict";

/* Points of latent space. */

function dot(a, b) {
  return a.reduce((sum, number, place) => sum + number * b[place], 0);
}

/** The straight line from a (t = 0) to b (t = 1). */
function lerp(a, b, t) {
  return a.map((number, place) => (1 - t) * number + t * b[place]);
}

/** The great circle from a to b (Shoemake, 1985; White, 2016); the straight line where there is none. */
function slerp(a, b, t) {
  const norms = Math.sqrt(dot(a, a) * dot(b, b));
  const angle = norms === 0 ? 0 : Math.acos(Math.min(1, Math.max(-1, dot(a, b) / norms)));
  if (Math.sin(angle) < 1e-6) return lerp(a, b, t);
  const [shareA, shareB] = [Math.sin((1 - t) * angle) / Math.sin(angle), Math.sin(t * angle) / Math.sin(angle)];
  return a.map((number, place) => shareA * number + shareB * b[place]);
}

/** z moved along a direction of length 1 until it stands at `position`; the rest of it stays. */
function movedAlong(z, direction, position) {
  const step = position - dot(z, direction);
  return z.map((number, place) => number + step * direction[place]);
}

"use strict";

/* Numbers and sentences, and what every view needs of the document. */

const MINUS = "\u2212";

/** Whole numbers as such, others with so many decimals; a real minus sign. */
function exact(value, decimals = 5) {
  const whole = Number.isInteger(value) && Math.abs(value) < 1e6;
  return (value + 0).toFixed(whole ? 0 : decimals).replace("-", MINUS);
}

/** At most about five signs; a zero has none. */
function short(value) {
  return exact(value, Math.abs(value) >= 100 ? 0 : 2);
}

function sizeText({ height, width }) {
  return `${height} × ${width}`;
}

function zerosText(count) {
  return count === 1 ? "1 zero" : `${count} zeros`;
}

function insertionText({ stride }) {
  return stride > 1 ? `stride ${stride}, so ${zerosText(stride - 1)} between` : "stride 1, so nothing between";
}

function paddingText({ border, kernel, padding, outputPadding }) {
  const what = border >= 0 ? `${zerosText(border)} around` : `${-border} cut off all around`;
  const more = outputPadding ? `, ${outputPadding} more below and right` : "";
  return `${what} (${kernel} ${MINUS} 1 ${MINUS} ${padding})${more}`;
}

/** A new element with attributes and children, which are elements or text. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Whether any of an element is in view, or soon may be. */
function isSeen(shown) {
  const area = shown.getBoundingClientRect();
  return area.height > 0 && area.bottom > -200 && area.top < innerHeight + 200;
}

function byId(name) {
  return document.getElementById(name);
}

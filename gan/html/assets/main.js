"use strict";

const model = JSON.parse(byId("model").textContent);
const network = new Network(model, readTensors(model, byId("weights").textContent));
const explorer = new Explorer(model, network);

function showFacts() {
  byId("facts").append(...model.facts.flatMap(([term, text]) => [element("dt", {}, term), element("dd", {}, text)]));
}

showFacts();
showPicture(explorer);
offerClasses(explorer);
offerSeeds(explorer);
offerDirections(explorer);
offerDimensions(explorer);
offerJourney(explorer);
new LayersView(explorer);
const arithmetic = new ArithmeticView(explorer);
explorer.draw();
arithmetic.choose();

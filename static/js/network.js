/* Draws the network map where a page has one. Without this script, or when it fails, the table says the same. */

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.bsTheme || (system.matches ? "dark" : "light")) === "dark";
const SVG_UP_TO = 3000; // lines; beyond that a canvas moves, drawings in SVG do not

const NARROW = 600; // pixels
const NAMED = 20; // so many somebody still listens to; the table names all

let shown = null;

function resolved(text) {
  const tokens = getComputedStyle(root);
  return JSON.parse(text.replace(/var\((--[\w-]+)\)/g, (_all, name) => tokens.getPropertyValue(name).trim()));
}

async function asked(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

/* Places are given for a square. ECharts would stretch the marks with it, so they are told in the shape of the box. */
function fitted(option, { width, height }) {
  const [series] = option.series;
  if (width < NARROW) {
    Object.assign(series, { left: "5%", right: "7%" });
    series.label.fontSize = 12;
    for (const node of series.data) node.symbolSize *= 0.7;
  }
  const part = (side) => 1 - (parseFloat(series[side[0]]) + parseFloat(series[side[1]])) / 100;
  const spread = (key) => Math.max(...series.data.map((node) => node[key])) || 1;
  const across = (width * part(["left", "right"])) / spread("x");
  const down = (height * part(["top", "bottom"])) / spread("y");
  for (const node of series.data) Object.assign(node, { x: node.x * across, y: node.y * down });
  return option;
}

const SIDES = ["right", "bottom", "left", "top"];
const GAP = 2; // pixels between a mark and its name
const ruler = document.createElement("canvas").getContext("2d");

const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function boxBeside(mark, side, width, height) {
  const [middle, centre] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
  if (side === "right") return { x: mark.x + mark.width + GAP, y: centre - height / 2, width, height };
  if (side === "left") return { x: mark.x - GAP - width, y: centre - height / 2, width, height };
  return { x: middle - width / 2, y: side === "top" ? mark.y - GAP - height : mark.y + mark.height + GAP, width, height };
}

/* Each name goes to the side of its mark where it meets no other mark and no name; the most tied are asked first.
   Where no side is free it is not drawn: pointing at the mark, or coming to it by key, tells it. */
function placeNames(option, { width }, zoom = 1) {
  const [series] = option.series;
  const edge = 2 * series.label.textBorderWidth;
  const height = series.label.fontSize * 1.3 + edge;
  const [left, right] = [(-width * parseFloat(series.left)) / 100, (width * (100 - parseFloat(series.left))) / 100];
  const grown = 1 + (zoom - 1) * series.nodeScaleRatio;
  ruler.font = `${series.label.fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  const boxes = series.data.map((node) => {
    const size = node.symbolSize * grown;
    return { node, x: node.x * zoom - size / 2, y: node.y * zoom - size / 2, width: size, height: size };
  });
  const taken = [...boxes];
  for (const mark of [...boxes].sort((a, b) => b.node.value - a.node.value)) {
    if (!mark.node.label) continue;
    const long = ruler.measureText(mark.node.name).width + edge;
    const free = SIDES.map((side) => [side, boxBeside(mark, side, long, height)]).find(
      ([, box]) =>
        (zoom > 1 || (box.x >= left && box.x + box.width <= right)) &&
        !taken.some((other) => other !== mark && meet(box, other)),
    );
    mark.node.label = { show: Boolean(free), position: free?.[0] ?? "right" };
    if (free) taken.push(free[1]);
  }
  return option;
}

class NetworkMap {
  constructor(figure, text) {
    this.figure = figure;
    this.text = text;
    this.box = figure.querySelector("[data-network-picture]");
    this.told = figure.querySelector("[data-network-told]");
    this.at = -1;
    this.box.hidden = false;
    figure.querySelector("[data-network-downloads]").hidden = false;
    for (const part of figure.querySelectorAll("[data-network-legend]")) part.hidden = false;
    this.box.addEventListener("keydown", (event) => this.press(event));
    this.observer = new ResizeObserver(() => this.fit());
    this.draw();
    this.observer.observe(this.box);
    for (const button of figure.querySelectorAll("[data-network-download]")) {
      button.addEventListener("click", () => this.download(button.dataset.networkDownload));
    }
  }

  get size() {
    return { width: this.box.clientWidth, height: this.box.clientHeight };
  }

  fit() {
    const { width, height } = this.size;
    if (!width || (width === this.drawn.width && height === this.drawn.height)) return;
    this.draw();
  }

  draw() {
    this.chart?.dispose();
    this.drawn = this.size;
    const option = placeNames(fitted(resolved(this.text), this.drawn), this.drawn);
    const [series] = option.series;
    this.nodes = series.data;
    this.links = series.links;
    // Whoever has the most ties comes first: the order in which the arrow keys go.
    this.order = this.nodes.map((_node, index) => index).sort((a, b) => this.nodes[b].value - this.nodes[a].value);
    option.tooltip.formatter = ({ dataType, data }) => (dataType === "node" ? this.words(data) : "");
    const renderer = series.links.length > SVG_UP_TO ? "canvas" : "svg";
    this.chart = echarts.init(this.box, isDark() ? "commonweal-dark" : "commonweal", { renderer });
    this.chart.setOption(option);
    // Paper is narrower than the screen: with its measures told, a drawing shrinks there instead of being cut.
    this.box.querySelector("svg")?.setAttribute("viewBox", `0 0 ${this.drawn.width} ${this.drawn.height}`);
    this.chart.on("graphroam", ({ zoom }) => zoom && this.nameAgain(option));
    this.chart.on("click", ({ dataType, data }) => dataType === "node" && location.assign(data.url));
    this.figure.dataset.drawn = renderer;
  }

  /* Nearer, there is room for more names. */
  nameAgain(option) {
    const zoom = this.chart.getOption().series[0].zoom ?? 1;
    const { data } = placeNames(option, this.drawn, zoom).series[0];
    this.chart.setOption({ series: [{ data }] });
  }

  words({ name, value }) {
    return this.figure.dataset.ties.replace("%(name)s", name).replace("%(n)s", value);
  }

  /* With the names of those it is tied to: the lines, for whoever does not see them. */
  wordsWithNames(node) {
    const names = this.neighbours(node).map(({ name }) => name).sort((a, b) => a.localeCompare(b));
    if (!names.length) return this.words(node);
    const shown = names.slice(0, NAMED).join(", ");
    return `${this.words(node)}: ${shown}${names.length > NAMED ? ", …" : ""}`;
  }

  neighbours({ id }) {
    const others = new Set();
    for (const { source, target } of this.links) {
      if (source === id) others.add(target);
      if (target === id) others.add(source);
    }
    return this.nodes.filter((node) => others.has(node.id));
  }

  press(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.go((this.at + step + this.order.length) % this.order.length);
    } else if (event.key === "Enter" && this.at >= 0) {
      location.assign(this.nodes[this.order[this.at]].url);
    } else if (event.key === "Escape") {
      this.chart.dispatchAction({ type: "hideTip" });
    }
  }

  go(place) {
    const where = { seriesIndex: 0, dataIndex: this.order[place] };
    if (this.at >= 0) this.chart.dispatchAction({ type: "downplay", seriesIndex: 0, dataIndex: this.order[this.at] });
    this.at = place;
    this.chart.dispatchAction({ type: "highlight", ...where });
    this.chart.dispatchAction({ type: "showTip", ...where });
    this.told.textContent = this.wordsWithNames(this.nodes[this.order[place]]);
  }

  download(kind) {
    const scratch = document.createElement("div");
    const size = { width: 1600, height: 1200, renderer: kind === "svg" ? "svg" : "canvas" };
    const chart = echarts.init(scratch, "commonweal", size);
    const option = placeNames(fitted(resolved(this.text), size), size);
    option.backgroundColor = getComputedStyle(root).getPropertyValue("--cw-paper").trim();
    delete option.tooltip;
    chart.setOption(option);
    const link = document.createElement("a");
    const isSvg = kind === "svg";
    const blob = isSvg ? new Blob([chart.renderToSVGString()], { type: "image/svg+xml" }) : null;
    link.href = blob ? URL.createObjectURL(blob) : chart.getDataURL({ type: "png", pixelRatio: 2 });
    link.download = `network.${kind}`;
    link.click();
    if (blob) setTimeout(() => URL.revokeObjectURL(link.href));
    chart.dispose();
  }

  close() {
    this.observer.disconnect();
    this.chart?.dispose();
    // What ECharts has set here; a copy of it would be inline style, which the policy refuses.
    this.box.removeAttribute("style");
  }
}

async function start() {
  const figure = document.querySelector("[data-network]");
  if (!figure || figure.dataset.begun) return;
  figure.dataset.begun = "yes";
  shown?.close();
  try {
    const [themes, text] = await Promise.all([asked(figure.dataset.theme), asked(figure.dataset.network), document.fonts.ready]);
    for (const [name, theme] of Object.entries(JSON.parse(themes))) echarts.registerTheme(name, theme);
    shown = new NetworkMap(figure, text);
  } catch (problem) {
    figure.querySelector("[data-network-told]").textContent = figure.dataset.failed;
    console.warn("network map", problem);
  }
}

system.addEventListener("change", () => shown?.draw());
new MutationObserver(() => shown?.draw()).observe(root, { attributeFilter: ["data-bs-theme"] });
// Before htmx takes the old part away: a drawing must not be copied, nor drawn into what is gone.
// What comes in elsewhere on the page leaves it alone.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!shown || !detail.target.contains(shown.figure)) return;
  shown.close();
  shown = null;
});
document.addEventListener("htmx:afterSettle", start);
addEventListener("beforeprint", () => shown?.fit());
if (document.readyState === "complete" || window.echarts) start();
else addEventListener("load", start);

// Charts as Chart.js draws them, in the colours of the page.

import type { Chart, ChartDataset } from "chart.js";
import { colour } from "../theme.svelte";

/** A line: a number, or none, at each label. */
export interface Series {
  id: string;
  label: string;
  values: (number | null)[];
}

/** A point of a chart that somebody picks. */
export interface Picked {
  series: string;
  index: number;
}

/** What a chart shows. */
export interface Data {
  labels: string[];
  series: Series[];
  /** What is counted. */
  unit: string;
  /** How many labels follow each other in time; the points of the others stand alone. */
  inOrder: number;
}

export interface Drawn {
  show(data: Data): void;
  destroy(): void;
}

type LineChart = Chart<"line", (number | null)[], string>;

/** How lines differ without colours. */
const dashes = [[], [8, 4], [2, 3], [10, 4, 2, 4]];
const points = ["circle", "rect", "triangle", "rectRot", "star", "cross", "crossRot", "dash"] as const;
/** How many lines can be told apart. */
export const mostSeries = points.length;

/** The look of the line at a place, for a chart and for its legend. */
const hueOf = (place: number) => `--series-${(place % mostSeries) + 1}`;

/** Begins a chart of lines; Chart.js is loaded when the first is drawn. */
export async function drawing(canvas: HTMLCanvasElement, onpick: (point: Picked) => void): Promise<Drawn> {
  const { Chart, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } =
    await import("chart.js");
  Chart.register(CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);
  let ids: string[] = [];
  const chart: LineChart = new Chart(canvas, {
    type: "line",
    data: { labels: [], datasets: [] },
    options: {
      font: { family: getComputedStyle(canvas).fontFamily, size: 13 },
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: "nearest", intersect: true },
      onClick: (_, [hit]) => {
        const series = hit && ids[hit.datasetIndex];
        if (series) onpick({ series, index: hit.index });
      },
      onHover: (_, hits) => (canvas.style.cursor = hits.length ? "pointer" : ""),
      plugins: { legend: { position: "bottom", labels: { usePointStyle: true } } },
    },
  });
  return {
    show({ labels, series, unit, inOrder }) {
      ids = series.map((s) => s.id);
      chart.data = { labels, datasets: series.map((s, place) => line(s, place, inOrder)) };
      paint(chart, unit);
      chart.update();
    },
    destroy: () => chart.destroy(),
  };
}

function line({ label, values }: Series, place: number, inOrder: number): ChartDataset<"line", (number | null)[]> {
  const ink = colour(hueOf(place));
  return {
    label,
    data: values,
    borderColor: ink,
    backgroundColor: ink,
    borderWidth: 2,
    borderDash: dashes[place % dashes.length],
    segment: { borderColor: (to) => (to.p1DataIndex < inOrder ? undefined : "transparent") },
    pointStyle: points[place % points.length],
    pointRadius: 5,
    pointHoverRadius: 7,
    pointHitRadius: 12,
  };
}

/** Puts the colours of the page on the axes, which know no custom properties. */
function paint(chart: LineChart, unit: string): void {
  const [ink, soft, rule] = [colour("--ink"), colour("--soft"), colour("--line")];
  const plugins = chart.options.plugins!;
  plugins.legend!.labels!.color = ink;
  plugins.tooltip = { backgroundColor: ink, titleColor: colour("--paper"), bodyColor: colour("--paper") };
  chart.options.scales = {
    x: { ticks: { color: soft, maxRotation: 60 }, grid: { color: rule } },
    y: {
      beginAtZero: true,
      title: { display: true, text: unit, color: soft },
      ticks: { color: soft, precision: 0 },
      grid: { color: rule },
    },
  };
}

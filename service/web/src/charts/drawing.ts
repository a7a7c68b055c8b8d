import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
  type ChartConfiguration,
} from "chart.js";
import DataLabels from "chartjs-plugin-datalabels";

Chart.register(BarController, BarElement, LineController, LineElement, PointElement, ScatterController, CategoryScale, LinearScale, LogarithmicScale, Legend, Tooltip, Filler, DataLabels);

export type Spec = ChartConfiguration;

/** The page's colors, which differ by color scheme. Plus and minus can be told apart without color vision. */
export interface Palette {
  ink: string;
  quiet: string;
  line: string;
  surface: string;
  accent: string;
  plus: string;
  minus: string;
}

/** A chart in the page's colors, for a narrow window or a wide one. */
export type Draw = (palette: Palette, narrow: boolean) => Spec;

// As in the style sheets.
const NARROW = "(max-width: 40rem)";

function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { ink: color("ink"), quiet: color("quiet"), line: color("line"), surface: color("surface"), accent: color("accent"), plus: color("plus"), minus: color("minus") };
}

/** Draws into `canvas` until ended. */
export function draw(canvas: HTMLCanvasElement, spec: Draw) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const narrow = matchMedia(NARROW);
  const settle = () => {
    const colors = palette();
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 12;
    Chart.defaults.color = colors.quiet;
    Chart.defaults.borderColor = colors.line;
    Chart.defaults.maintainAspectRatio = false;
    // Merged, since the defaults name what an animation may say.
    Chart.defaults.set("animation", { duration: still.matches ? 0 : 250 });
    Chart.defaults.set("plugins.datalabels", { display: false });
    Chart.defaults.plugins.legend.display = false;
    return spec(colors, narrow.matches);
  };
  let chart = new Chart(canvas, settle());
  const again = () => {
    chart.destroy();
    chart = new Chart(canvas, settle());
  };
  dark.addEventListener("change", again);
  narrow.addEventListener("change", again);
  return {
    /** Moves to what is said now; kind and scales of the chart stay. */
    update: () => {
      const { data, options } = settle();
      chart.data.labels = data.labels ?? [];
      // Taken over one by one, so that bars move rather than appear anew.
      data.datasets.forEach((dataset, i) => Object.assign(chart.data.datasets[i] ?? (chart.data.datasets[i] = dataset), dataset));
      chart.data.datasets.length = data.datasets.length;
      chart.options = options ?? {};
      chart.update();
    },
    end: () => {
      dark.removeEventListener("change", again);
      narrow.removeEventListener("change", again);
      chart.destroy();
    },
  };
}

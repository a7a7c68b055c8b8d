import { useEffect, useRef } from "preact/hooks";
import type { Draw } from "./drawing";

interface ChartProps {
  /** The message of the chart, read instead of it. */
  label: string;
  /** In px; fixed, so that nothing jumps when the chart comes. */
  height: number;
  /** The chart in the page's colors; keep it in `useMemo`, since another function draws anew. */
  spec: Draw;
}

/** A chart that follows its data, the window and the color scheme. The library comes with the first one. */
export function Chart({ label, height, spec }: ChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(spec);
  const update = useRef<() => void>(() => {});
  latest.current = spec;
  useEffect(() => {
    let gone = false;
    let end = () => {};
    import("./drawing").then(({ draw }) => {
      if (gone || !canvas.current) return;
      const drawing = draw(canvas.current, (palette, narrow) => latest.current(palette, narrow));
      update.current = drawing.update;
      end = drawing.end;
    });
    return () => {
      gone = true;
      end();
    };
  }, []);
  useEffect(() => update.current(), [spec]);
  return (
    <div class="chart" style={{ height: `${height}px` }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

import type { ChartLevel } from "@/components/ui/stack-segments";

const strokes: Record<ChartLevel, string> = {
  excellent: "",
  good: "M0 8 L8 0",
  completed: "M0 0 L8 8",
  failed: "M0 8 L8 0 M0 0 L8 8",
  none: "M0 4 H8",
};

/** The hatch of a level in the chart with that id. */
export function hatchUrl(chartId: string, level: ChartLevel): string {
  return `url(#${chartId}-${level})`;
}

/** Hatches laid over the colours on paper, where colours may be lost. */
export function HatchPatterns({ id }: { id: string }) {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        {Object.entries(strokes).map(([level, path]) => (
          <pattern key={level} id={`${id}-${level}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <path d={path} stroke="white" strokeWidth="1.5" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

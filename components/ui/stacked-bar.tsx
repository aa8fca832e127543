import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { HatchPatterns, hatchUrl } from "@/components/ui/chart-hatch";
import { ChartTable } from "@/components/ui/chart-table";
import { type StackPart, segments } from "@/components/ui/stack-segments";
import { useFormat } from "@/lib/core/i18n/use-format";

export type StackedRow = {
  id: string;
  label: string;
  parts: readonly StackPart[];
  /** A sentence under the bar: the share with its fraction and whom it counts. */
  note?: string;
  /** The share to be reached, 0–1, drawn as a dashed line. */
  target?: number;
};

type StackedBarProps = { title: string; rows: readonly StackedRow[]; itemHeader?: string };

/** Bars of 100 %, one per row, every count printed under its bar. */
export function StackedBar({ title, rows, itemHeader }: StackedBarProps) {
  const t = useTranslations("common.chart");
  const format = useFormat();
  const chartId = useId();
  const headers = rows[0]?.parts.map((part) => part.label) ?? [];
  return (
    <figure className="grid gap-4">
      <figcaption className="font-semibold">{title}</figcaption>
      <HatchPatterns id={chartId} />
      {rows.map((row) => (
        <div key={row.id} className="stack">
          <p className="font-semibold">{row.label}</p>
          <svg aria-hidden="true">
            <rect className="bar-track" width="100%" height="100%" />
            {segments(row.parts).map((segment) => (
              <g key={segment.part.level}>
                <rect className={`chart-${segment.part.level}`} x={segment.x} width={segment.width} height="100%" />
                <rect
                  className="chart-hatch"
                  fill={hatchUrl(chartId, segment.part.level)}
                  x={segment.x}
                  width={segment.width}
                  height="100%"
                />
                {segment.start > 0 && <rect className="stack-gap" x={segment.x} width="2" height="100%" />}
              </g>
            ))}
            {row.target !== undefined && (
              <line className="stack-target" x1={`${row.target * 100}%`} x2={`${row.target * 100}%`} y1="-4" y2="36" />
            )}
          </svg>
          <ul className="stack-values">
            {row.parts.map((part) => (
              <li key={part.level}>
                <svg className="swatch" aria-hidden="true">
                  <rect className={`chart-${part.level}`} width="100%" height="100%" />
                  <rect className="chart-hatch" fill={hatchUrl(chartId, part.level)} width="100%" height="100%" />
                </svg>
                <span>{part.label}</span>
                <strong>
                  {part.href ? (
                    <Link href={part.href} prefetch={false} aria-label={`${row.label}, ${part.label}: ${part.value}`}>
                      {format.number(part.value)}
                    </Link>
                  ) : (
                    format.number(part.value)
                  )}
                </strong>
              </li>
            ))}
          </ul>
          {row.target !== undefined && (
            <p className="field-hint">{t("target", { value: format.percent(row.target) })}</p>
          )}
          {row.note && <p className="field-hint">{row.note}</p>}
        </div>
      ))}
      <ChartTable
        caption={title}
        headers={[itemHeader ?? t("item"), ...headers]}
        rows={rows.map((row) => [row.label, ...row.parts.map((part) => format.number(part.value))])}
      />
    </figure>
  );
}

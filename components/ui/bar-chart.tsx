import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChartTable } from "@/components/ui/chart-table";
import { useFormat } from "@/lib/core/i18n/use-format";

export type Bar = { id: string; label: string; value: number; href?: string };

type BarChartProps = { title: string; bars: readonly Bar[]; itemHeader?: string; valueHeader?: string };

/** Bars in the order given, each with its value at the end; with `href` the value opens the list it counts. */
export function BarChart({ title, bars, itemHeader, valueHeader }: BarChartProps) {
  const t = useTranslations("common.chart");
  const format = useFormat();
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <figure className="grid gap-2">
      <figcaption className="font-semibold">{title}</figcaption>
      <ul className="bars">
        {bars.map((bar) => (
          <li key={bar.id}>
            <span>{bar.label}</span>
            <svg aria-hidden="true">
              <rect className="bar-track" width="100%" height="100%" rx="3" />
              <rect className="bar-fill" width={`${(bar.value / longest) * 100}%`} height="100%" rx="3" />
            </svg>
            <span className="text-right font-semibold">
              {bar.href ? (
                <Link href={bar.href} prefetch={false} aria-label={`${bar.label}: ${format.number(bar.value)}`}>
                  {format.number(bar.value)}
                </Link>
              ) : (
                format.number(bar.value)
              )}
            </span>
          </li>
        ))}
      </ul>
      <ChartTable
        caption={title}
        headers={[itemHeader ?? t("item"), valueHeader ?? t("value")]}
        rows={bars.map((bar) => [bar.label, format.number(bar.value)])}
      />
    </figure>
  );
}

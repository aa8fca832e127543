import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Station = { id: string; label: ReactNode };

type TrackerProps = { label: string; stations: readonly Station[]; current: string | null; isStopped?: boolean };

/** How far something has come, station by station; with no current one all are done, or none more once it has stopped. */
export function Tracker({ label, stations, current, isStopped = false }: TrackerProps) {
  const t = useTranslations("common.tracker");
  const place = stations.findIndex((station) => station.id === current);
  const stateOf = (index: number) => {
    if (isStopped) return "ahead";
    if (place < 0 || index < place) return "done";
    return index === place ? "current" : "ahead";
  };
  return (
    <ol className="tracker" aria-label={label}>
      {stations.map((station, index) => {
        const state = stateOf(index);
        return (
          <li key={station.id} data-state={state} aria-current={state === "current" ? "step" : undefined}>
            <span className="font-semibold">{station.label}</span>
            <span className="block text-small">{t(state)}</span>
          </li>
        );
      })}
    </ol>
  );
}

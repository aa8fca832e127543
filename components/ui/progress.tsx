import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

/** How far something is, as a bar and as a count. */
export function Progress({ label, done, total }: { label: ReactNode; done: number; total: number }) {
  const t = useTranslations("common.progress");
  const id = useId();
  return (
    <div>
      <div className="flex justify-between gap-3">
        <label htmlFor={id}>{label}</label>
        <span>{t("done", { done, total })}</span>
      </div>
      <progress id={id} className="progress" value={done} max={total} />
    </div>
  );
}

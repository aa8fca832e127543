import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeTone = "ok" | "warn" | "err" | "info";

const icons = { ok: CircleCheck, warn: TriangleAlert, err: OctagonAlert, info: Info };

/** Something the person should know, standing in the page. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={`notice notice-${tone}`}>
      <Icon aria-hidden="true" />
      <div>
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="notice-body">{children}</div>}
      </div>
    </div>
  );
}

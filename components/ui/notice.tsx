import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

export type NoticeTone = "ok" | "warn" | "err" | "info";

const icons = { ok: "ok", warn: "warning", err: "error", info: "info" } as const;

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
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={icons[tone]} />
      <div>
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="notice-body">{children}</div>}
      </div>
    </div>
  );
}

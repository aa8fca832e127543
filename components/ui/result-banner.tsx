import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";

/** What has just been done, announced and left standing; it never fades away. */
export function ResultBanner({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="result-banner">
      <Notice tone="ok" title={children} />
    </div>
  );
}

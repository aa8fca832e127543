"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Opens the browser's print dialogue for the page as it stands. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button tone="primary" onClick={() => window.print()}>
      {children}
    </Button>
  );
}

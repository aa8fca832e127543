"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { isTypedInto } from "@/components/shared/is-typed-into";
import type { KeyDialog } from "@/components/shared/key-dialogs";
import { usePreferences } from "@/components/shared/preferences-context";

const KeyDialogs = lazy(async () => ({ default: (await import("@/components/shared/key-dialogs")).KeyDialogs }));

/** Opens the list of keys by `?` and the way to pages and members by Ctrl+K; what they need comes only then. */
export function ShortcutKeys() {
  const { shortcuts } = usePreferences();
  const [open, setOpen] = useState<KeyDialog | null>(null);
  useEffect(() => {
    if (shortcuts === "off") return;
    function onKey(event: KeyboardEvent) {
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTypedInto(event.target);
      const asked = isPalette ? "palette" : isPlain && event.key === "?" ? "keys" : null;
      if (asked === null || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      setOpen(asked);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [shortcuts]);
  if (open === null) return null;
  return (
    <Suspense>
      <KeyDialogs open={open} onClose={() => setOpen(null)} />
    </Suspense>
  );
}

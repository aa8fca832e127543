"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { isTypedInto } from "@/components/shared/is-typed-into";
import { usePreferences } from "@/components/shared/preferences-context";

const PaletteWords = lazy(async () => ({ default: (await import("@/components/shared/palette-words")).PaletteWords }));
const KeysDialog = lazy(async () => ({ default: (await import("@/components/shared/keys-dialog")).KeysDialog }));
const PaletteDialog = lazy(async () => ({
  default: (await import("@/components/shared/palette-dialog")).PaletteDialog,
}));

/** Opens the list of keys by `?` and the way to pages and members by Ctrl+K; what they need comes only then. */
export function ShortcutKeys() {
  const { shortcuts } = usePreferences();
  const [open, setOpen] = useState<"keys" | "palette" | null>(null);
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
  const close = () => setOpen(null);
  return (
    <Suspense>
      {open !== null && (
        <PaletteWords>
          {open === "keys" ? <KeysDialog onClose={close} /> : <PaletteDialog onClose={close} />}
        </PaletteWords>
      )}
    </Suspense>
  );
}

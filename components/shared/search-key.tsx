"use client";

import { useEffect } from "react";
import { isTypedInto } from "@/components/shared/is-typed-into";
import { usePreferences } from "@/components/shared/preferences-context";

/** Lets the key `/` go to the search box of the page, outside of anything that is typed into and unless turned off; the box says so to a screen reader. */
export function SearchKey({ boxId }: { boxId: string }) {
  const { shortcuts } = usePreferences();
  useEffect(() => {
    if (shortcuts === "off") return;
    const box = document.getElementById(boxId);
    function goToBox(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target)) return;
      event.preventDefault();
      box?.focus();
    }
    box?.setAttribute("aria-keyshortcuts", "/");
    document.addEventListener("keydown", goToBox);
    return () => {
      box?.removeAttribute("aria-keyshortcuts");
      document.removeEventListener("keydown", goToBox);
    };
  }, [boxId, shortcuts]);
  return null;
}

"use client";

import { KeysDialog } from "@/components/shared/keys-dialog";
import { PaletteDialog } from "@/components/shared/palette-dialog";
import { PaletteWords } from "@/components/shared/palette-words";

/** What a key may open over the page. */
export type KeyDialog = "keys" | "palette";

/** The dialog that a key has asked for, with its words. */
export function KeyDialogs({ open, onClose }: { open: KeyDialog; onClose: () => void }) {
  return (
    <PaletteWords>
      {open === "keys" ? <KeysDialog onClose={onClose} /> : <PaletteDialog onClose={onClose} />}
    </PaletteWords>
  );
}

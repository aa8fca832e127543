"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { KeyList } from "@/components/shared/key-list";
import { Button } from "@/components/ui/button";

/** The keys there are, over the page that is open; closing gives the focus back. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("palette.keys");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="over-page" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title" className="text-h3">
        {t("title")}
      </h2>
      <KeyList />
      <div className="actions">
        <Button onClick={() => dialog.current?.close()}>{t("close")}</Button>
      </div>
    </dialog>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/* In seconds: no session lasts less than 15 minutes, and every warning comes five minutes before the end. */
const FIRST_LOOK = 600;
const WARNING = 300;
const NEXT_LOOK = 20;
const LONGEST_WAIT = 43_200;

/** Warns before the session ends for want of use, and lets it go on; the page and what was typed stay as they are. */
export function SessionWatch() {
  const t = useTranslations("shell.session");
  const dialog = useRef<HTMLDialogElement>(null);
  const [left, setLeft] = useState<number | null>(null);
  const isOver = left === 0;

  const look = useCallback(async (method: "GET" | "POST"): Promise<number> => {
    const seconds = await askSeconds(method);
    if (seconds === null) return NEXT_LOOK;
    const isNear = seconds <= WARNING;
    setLeft(isNear ? seconds : null);
    if (isNear && !dialog.current?.open) dialog.current?.showModal();
    if (!isNear) dialog.current?.close();
    return isNear ? NEXT_LOOK : Math.min(seconds - WARNING, LONGEST_WAIT);
  }, []);

  useEffect(() => {
    let timer = 0;
    const wait = (seconds: number) => {
      timer = window.setTimeout(() => void look("GET").then(wait), seconds * 1000);
    };
    wait(FIRST_LOOK);
    return () => window.clearTimeout(timer);
  }, [look]);

  return (
    <dialog ref={dialog} className="session-watch" role="alertdialog" aria-labelledby="session-title">
      <h2 id="session-title" className="text-h3">
        {t(isOver ? "overTitle" : "soonTitle")}
      </h2>
      <p>{isOver ? t("over") : t("soon", { minutes: Math.floor((left ?? 0) / 60) })}</p>
      <div className="actions">
        <Button tone="primary" onClick={() => void look("POST")}>
          {t("goOn")}
        </Button>
        {isOver && (
          <a href="/sign-in" target="_blank" rel="noreferrer" className="btn">
            {t("signIn")}
          </a>
        )}
      </div>
    </dialog>
  );
}

/* Null where the answer did not come: no network says nothing about the session. */
async function askSeconds(method: "GET" | "POST"): Promise<number | null> {
  try {
    const said: unknown = await (await fetch("/api/session", { method })).json();
    return typeof said === "object" && said !== null && "seconds" in said && typeof said.seconds === "number"
      ? said.seconds
      : null;
  } catch {
    return null;
  }
}

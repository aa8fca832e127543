"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { PaletteTarget } from "@/components/shared/palette-places";

type Found = { readonly places: readonly PaletteTarget[]; readonly members: readonly PaletteTarget[] };

const PAUSE_MS = 250;

/** Goes to a page or a member by a few words; arrows move through what was found, Escape closes and gives the focus back. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("palette.dialog");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { found, ask } = useFinding();
  useEffect(() => dialog.current?.showModal(), []);

  function onKeyDown(event: KeyboardEvent<HTMLDialogElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>("input, a") ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const isSent = event.key === "Enter" && at === 0 && !event.nativeEvent.isComposing;
    if (step === undefined && !isSent) return;
    event.preventDefault();
    if (isSent) stops[1]?.click();
    else stops[(at + (step ?? 0) + stops.length) % stops.length]?.focus();
  }

  const close = () => dialog.current?.close();
  const groups = [
    { title: t("places"), targets: found?.places ?? [] },
    { title: t("members"), targets: found?.members ?? [] },
  ].filter(({ targets }) => targets.length > 0);
  return (
    <dialog ref={dialog} className="over-page palette" aria-labelledby={id} onClose={onClose} onKeyDown={onKeyDown}>
      <label id={id} htmlFor={`${id}-box`}>
        {t("label")}
      </label>
      <input
        id={`${id}-box`}
        type="text"
        enterKeyHint="go"
        className="control"
        autoComplete="off"
        onChange={(event) => ask(event.target.value)}
      />
      <p role="status" className="text-ink-2">
        {found === null ? t("hint") : t("count", { count: found.places.length + found.members.length })}
      </p>
      {groups.map(({ title, targets }) => (
        <section key={title}>
          <h2 className="font-semibold">{title}</h2>
          <ul>
            {targets.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} prefetch={false} className="list-act" onClick={close}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </dialog>
  );
}

/** What the server finds for the words typed last, once the hand rests; nothing found yet is null. */
function useFinding(): { found: Found | null; ask: (q: string) => void } {
  const [found, setFound] = useState<Found | null>(null);
  const giveUp = useRef(() => {});
  useEffect(() => () => giveUp.current(), []);
  const ask = (q: string) => {
    giveUp.current();
    const request = new AbortController();
    const answer = () => void find(q, request.signal).then((it) => it && setFound(it));
    const timer = window.setTimeout(answer, PAUSE_MS);
    giveUp.current = () => {
      window.clearTimeout(timer);
      request.abort();
    };
  };
  return { found, ask };
}

async function find(q: string, signal: AbortSignal): Promise<Found | null> {
  try {
    const answer = await fetch("/api/find", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ q }),
      signal,
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

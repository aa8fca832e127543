"use client";

import type { ReactNode } from "react";
import { LanguageControl, TextSizeControl, ThemeControl } from "@/components/shared/preference-controls";
import { ShellHeader, SkipLink } from "@/components/shared/shell-header";

type PublicShellProps = { bodyName: string; children: ReactNode };

/** The frame of pages before the sign-in: head, one narrow column, display settings below. */
export function PublicShell({ bodyName, children }: PublicShellProps) {
  return (
    <>
      <SkipLink />
      <ShellHeader bodyName={bodyName} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-xl px-4 py-6">
        {children}
      </main>
      <footer className="preferences screen-only mx-auto w-full max-w-xl px-4 pb-6">
        <TextSizeControl />
        <LanguageControl />
        <ThemeControl />
      </footer>
    </>
  );
}

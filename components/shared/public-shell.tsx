import type { ReactNode } from "react";
import { LanguageControl, TextSizeControl, ThemeControl } from "@/components/shared/preference-controls";
import { ShellHeader, SkipLink } from "@/components/shared/shell-header";
import type { Preferences } from "@/lib/core/i18n/preferences";

type PublicShellProps = { bodyName: string; preferences: Preferences; children: ReactNode };

/** The frame of pages before the sign-in: head, one narrow column, display settings below. */
export function PublicShell({ bodyName, preferences, children }: PublicShellProps) {
  return (
    <>
      <SkipLink />
      <ShellHeader bodyName={bodyName} homeHref="/" />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-xl px-4 py-6">
        {children}
      </main>
      <footer className="preferences screen-only mx-auto w-full max-w-xl px-4 pb-6">
        <TextSizeControl textSize={preferences.textSize} />
        <LanguageControl locale={preferences.locale} />
        <ThemeControl theme={preferences.theme} />
      </footer>
    </>
  );
}

import type { ReactNode } from "react";
import { PublicShell } from "@/components/shared/public-shell";
import type { Preferences } from "@/lib/core/i18n/preferences";

type FullPageStateProps = {
  bodyName: string;
  preferences: Preferences;
  title: string;
  explain: string;
  children: ReactNode;
};

/** A page that says why there is nothing to see, and the way on. */
export function FullPageState({ bodyName, preferences, title, explain, children }: FullPageStateProps) {
  return (
    <PublicShell bodyName={bodyName} preferences={preferences}>
      <div className="grid gap-4">
        <h1>{title}</h1>
        <p>{explain}</p>
        {children}
      </div>
    </PublicShell>
  );
}

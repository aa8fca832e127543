"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Preferences, preferencesFrom } from "@/lib/core/i18n/preferences";

const PreferencesContext = createContext<Preferences>(preferencesFrom(() => undefined));

/** Tells every screen inside how this person wants to see it. */
export function PreferencesProvider({ value, children }: { value: Preferences; children: ReactNode }) {
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** Language, text size and colours of the person before the screen. */
export function usePreferences(): Preferences {
  return useContext(PreferencesContext);
}

import { cookies } from "next/headers";
import { cache } from "react";
import { preferencesFrom } from "@/lib/core/i18n/preferences";

/** Promises the preferences of the person who sent this request, read once per request. */
export const readPreferences = cache(async () => {
  const jar = await cookies();
  return preferencesFrom((name) => jar.get(name)?.value);
});

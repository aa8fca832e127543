import { test as base, expect, type Page } from "@playwright/test";
import { type Person, stateOf } from "./people";
import { staySignedIn } from "./signed-in";
import { watch } from "./watch";

type Opening = {
  locale?: "vi" | "en";
  width?: number;
  height?: number;
  javaScript?: "on" | "off";
};

type Fixtures = {
  /** Opens a browser of a person's own, signed in already; at the end of the test nothing may have gone wrong in it. */
  as: (person: Person | "nobody", opening?: Opening) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  as: async ({ browser, baseURL }, use) => {
    const home = baseURL ?? "";
    const faults: string[] = [];
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (person, { locale = "vi", width = 1280, height = 800, javaScript = "on" } = {}) => {
      const context = await browser.newContext({
        storageState: person === "nobody" ? undefined : stateOf(person),
        viewport: { width, height },
        javaScriptEnabled: javaScript === "on",
      });
      contexts.push(context);
      await watch(context, home, faults);
      const page = await context.newPage();
      if (person !== "nobody") await staySignedIn(page, person);
      if (locale === "en") await context.addCookies([{ name: "locale", value: locale, url: home }]);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(faults).toEqual([]);
  },
});

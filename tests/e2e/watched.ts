import { type BrowserContext, test as base, expect } from "@playwright/test";

const seen: string[] = [];

/** Notes what no page of ours does: asks another machine for anything, or breaks its own content policy. */
function watch(context: BrowserContext): void {
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== "localhost") seen.push(`asked ${request.url()}`);
  });
  context.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) seen.push(message.text());
  });
}

/** A test in whose every page nothing is loaded from elsewhere and no content policy is broken. */
export const test = base.extend<{ nothingForeign: undefined }>({
  context: async ({ context }, use) => {
    watch(context);
    await use(context);
  },
  browser: async ({ browser }, use) => {
    const open = browser.newContext.bind(browser);
    browser.newContext = async (options) => {
      const context = await open(options);
      watch(context);
      return context;
    };
    await use(browser);
    browser.newContext = open;
  },
  nothingForeign: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      seen.length = 0;
      await use(undefined);
      expect(seen).toEqual([]);
    },
    { auto: true },
  ],
});

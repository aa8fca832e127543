import type { Page } from "@playwright/test";

/**
 * Weighs the script of each screen as it came over the wire, compressed; what the browser kept from an earlier screen
 * counts again. Answers with a function that says how many bytes the screen that is open needed.
 */
export async function weighScripts(page: Page): Promise<() => number> {
  const bytes = new Map<string, number>();
  const requests = new Map<string, string>();
  const onScreen = new Set<string>();
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  wire.on("Network.requestWillBeSent", ({ type }) => {
    if (type === "Document") onScreen.clear();
  });
  wire.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type !== "Script") return;
    requests.set(requestId, response.url);
    onScreen.add(response.url);
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = requests.get(requestId);
    if (url !== undefined) bytes.set(url, Math.max(encodedDataLength, bytes.get(url) ?? 0));
  });
  return () => [...onScreen].reduce((sum, url) => sum + (bytes.get(url) ?? 0), 0);
}

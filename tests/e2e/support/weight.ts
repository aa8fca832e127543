import type { Page } from "@playwright/test";

type Kind = "Document" | "Script" | "Stylesheet";

/**
 * Weighs the parts of each screen as they came over the wire, compressed; what the browser kept from an earlier screen
 * counts again. Answers with a function that says how many bytes of these kinds the screen that is open needed.
 */
export async function weigh(page: Page): Promise<(...kinds: Kind[]) => number> {
  const bytes = new Map<string, number>();
  const requests = new Map<string, string>();
  const onScreen = new Map<string, string>();
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  wire.on("Network.requestWillBeSent", ({ type }) => {
    if (type === "Document") onScreen.clear();
  });
  wire.on("Network.responseReceived", ({ requestId, type, response }) => {
    requests.set(requestId, response.url);
    onScreen.set(response.url, type);
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = requests.get(requestId);
    if (url !== undefined) bytes.set(url, Math.max(encodedDataLength, bytes.get(url) ?? 0));
  });
  return (...kinds) =>
    [...onScreen]
      .filter(([, type]) => kinds.some((kind) => kind === type))
      .reduce((sum, [url]) => sum + (bytes.get(url) ?? 0), 0);
}

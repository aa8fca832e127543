import type { Page } from "@playwright/test";

const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

/**
 * Milliseconds until the page at an address shows its first content, on a line of 400 kbit/s with 400 ms of delay and a
 * quarter of the processor, with nothing kept from before.
 */
export async function firstPaint(page: Page, address: string): Promise<number> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.setCacheDisabled", { cacheDisabled: true });
  await wire.send("Network.emulateNetworkConditions", SLOW_LINE);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(address, { waitUntil: "commit" });
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((paints) => {
          const [first] = paints.getEntriesByName("first-contentful-paint");
          if (first) resolve(first.startTime);
        });
        observer.observe({ type: "paint", buffered: true });
      }),
  );
  await wire.detach();
  return paint;
}

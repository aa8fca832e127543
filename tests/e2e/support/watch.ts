import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    /** How far what stood on the page has moved since it came, as browsers score it: 0 is not at all. */
    moved: number;
  }
}

/** Notes what no page of the product may do: errors in the console, a broken security policy, a request to elsewhere. */
export async function watch(context: BrowserContext, home: string, faults: string[]): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      reportError(new Error(`the security policy refused ${blockedURI} (${violatedDirective})`));
    });
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries())
        if ("value" in shift && "hadRecentInput" in shift && !shift.hadRecentInput) window.moved += Number(shift.value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  const note = (page: Page | null | undefined, what: string) => {
    faults.push(`${page ? new URL(page.url()).pathname : "?"}: ${what}`);
  };
  context.on("console", (message) => {
    if (message.type() === "error" && !isStatusOfPage(message.text(), message.location().url, message.page())) {
      note(message.page(), `${message.text()} ${message.location().url}`);
    }
  });
  context.on("weberror", (error) => note(error.page(), String(error.error())));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== home) faults.push(`a request to ${url.origin}`);
  });
}

/** The browser itself reports a page that answers 403 or 404; that is the page's right answer, not a fault in it. */
function isStatusOfPage(text: string, source: string, page: Page | null): boolean {
  return text.startsWith("Failed to load resource: the server responded with a status of 40") && source === page?.url();
}

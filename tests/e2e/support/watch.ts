import type { BrowserContext, Page } from "@playwright/test";

/* What browsers tell and the library of types does not know yet. */
type LayoutShift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] };

declare global {
  interface Window {
    /** What moved by itself on the page since it has come whole, each with how far, as browsers score it. */
    moves: { score: number; what: string }[];
  }
}

/** Notes what no page of the product may do: errors in the console, a broken security policy, a request to elsewhere. */
export async function watch(context: BrowserContext, home: string, faults: string[]): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      reportError(new Error(`the security policy refused ${blockedURI} (${violatedDirective})`));
    });
    window.moves = [];
    /* What comes after the first touch comes in answer to it, however long a slow machine takes over the answer. */
    let isTouched = false;
    for (const act of ["pointerdown", "keydown", "input"])
      addEventListener(act, () => (isTouched = true), { capture: true, once: true });
    const observer = new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as LayoutShift[])
        if (!isTouched && !shift.hadRecentInput)
          window.moves.push({ score: shift.value, what: shift.sources.map(({ node }) => nameOf(node)).join(", ") });
    });
    /* While a page still comes, row by row on a weak line, browsers show what there is of it. */
    const onceShown = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then));
    document.addEventListener("DOMContentLoaded", () => onceShown(() => observer.observe({ type: "layout-shift" })));
    function nameOf(node?: Node): string {
      return node instanceof Element ? `${node.localName}.${node.className}` : (node?.textContent ?? "?");
    }
  });
  const note = (page: Page | null | undefined, what: string) => {
    faults.push(`${page ? new URL(page.url()).pathname : "?"}: ${what}`);
  };
  context.on("console", (message) => {
    const isExpected =
      isStatusOfPage(message.text(), message.location().url, message.page()) || isCutLine(message.text());
    if (message.type() === "error" && !isExpected) {
      note(message.page(), `${message.text()} ${message.location().url}`);
    }
  });
  context.on("weberror", (error) => note(error.page(), String(error.error())));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== home) faults.push(`a request to ${url.origin}`);
  });
}

/** Only a journey that takes its own browser off the line gets this. */
function isCutLine(text: string): boolean {
  return text === "Failed to load resource: net::ERR_INTERNET_DISCONNECTED";
}

/** The browser itself reports a page that answers 403, 404 or 413; that is the page's right answer, not a fault in it. */
function isStatusOfPage(text: string, source: string, page: Page | null): boolean {
  const isRefusal = /^Failed to load resource: the server responded with a status of 4(0\d|13)/u.test(text);
  return isRefusal && source === page?.url();
}

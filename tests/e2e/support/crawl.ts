import type { Page } from "@playwright/test";
import { routeOf } from "./routes";

/* Values of the address that show another screen, not other rows of the same one. */
const SCREENS = ["tab", "subjects", "step"];

/** Opens one page of each kind that links lead to from the first one on, hands it to the judge, and returns the kinds. */
export async function crawl(
  page: Page,
  from: string,
  judge: (kind: string) => Promise<void>,
  seenBefore: ReadonlySet<string> = new Set(),
): Promise<Set<string>> {
  const known = new Set(seenBefore);
  const waiting = [from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const answer = await page.goto(address);
    if (answer?.status() !== 200) throw new Error(`${address} is linked to and answers ${answer?.status()}`);
    const here = kindOf(new URL(page.url())) ?? address;
    known.add(here);
    await judge(here);
    for (const url of await linksOn(page)) {
      const kind = kindOf(url);
      if (kind === null || known.has(kind)) continue;
      known.add(kind);
      waiting.push(url.pathname + url.search);
    }
  }
  return known;
}

async function linksOn(page: Page): Promise<URL[]> {
  const links = page.locator("a[href]:not([download])");
  const hrefs = await links.evaluateAll((all) =>
    all.map((link) => (link instanceof HTMLAnchorElement ? link.href : "")),
  );
  const home = new URL(page.url()).origin;
  return hrefs.map((href) => new URL(href)).filter((url) => url.origin === home);
}

function kindOf({ pathname, searchParams }: URL): string | null {
  const route = routeOf(pathname);
  const screen = SCREENS.flatMap((name) => (searchParams.has(name) ? [`${name}=${searchParams.get(name)}`] : []));
  return route === null || route === "/" ? null : [route, ...screen].join(" ");
}

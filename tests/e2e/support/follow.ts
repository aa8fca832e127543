import type { Locator } from "@playwright/test";

/** Follows a link, and waits until its page stands in the place of the one it was on. */
export async function follow(link: Locator): Promise<void> {
  const href = (await link.getAttribute("href")) ?? "";
  await link.click();
  await link.page().waitForURL((url) => url.pathname + url.search === href);
}

import { expect, type Locator } from "@playwright/test";

/** Waits until the script of a page has taken an element over: before that a key pressed there is lost, as on any slow device. */
export async function awake(element: Locator): Promise<void> {
  await expect
    .poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__reactProps"))))
    .toBe(true);
}

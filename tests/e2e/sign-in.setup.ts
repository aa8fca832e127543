import { test } from "@playwright/test";
import { people, signIn, stateOf } from "./support/people";

for (const person of people) {
  test(`${person} signs in once for all tests`, async ({ page }) => {
    await signIn(page, person);
    await page.context().storageState({ path: stateOf(person) });
  });
}

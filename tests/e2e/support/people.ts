import { expect, type Page } from "@playwright/test";

export const PASSWORD = "Hoa-ban-trang-2022";

/** The people of the sample who stay signed in for the whole run. An account has three sessions: others sign in as others. */
export const people = ["vanphong", "bithu", "phobithu", "ubkt", "quantri", "naan", "thin"] as const;

/** The secretaries whose sessions come and go with the tests. */
export const secretaries = [
  "chienghin",
  "chiengnua",
  "muongan",
  "nahieng",
  "pulau",
  "tun",
  "coquan",
  "truonghoc",
  "tramyte",
  "congan",
] as const;

export type Person = (typeof people)[number];

/** Where the signed-in state of a person is kept during a run. */
export function stateOf(person: Person): string {
  return `test-results/signed-in/${person}.json`;
}

/** Signs somebody in through the form. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.fill("input[name=username]", username);
  await page.fill("input[name=password]", password);
  await page.click("main button[type=submit]");
  await expect(page).not.toHaveURL(/sign-in/);
}

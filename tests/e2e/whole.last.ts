import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { routes } from "./support/routes";
import { JUDGED } from "./support/screen";

/* Pages that show nothing in a demonstration: the way home, the first set-up, and what stands in the way of who must set a password. */
const NOT_SHOWN = ["/", "/set-up", "/set-password"];

test("every page of the product has been looked at, with all that a screen owes", () => {
  const judged = new Set(readFileSync(JUDGED, "utf8").split("\n"));
  expect(routes.length).toBeGreaterThan(50);
  expect(routes.filter((route) => !judged.has(route) && !NOT_SHOWN.includes(route))).toEqual([]);
});

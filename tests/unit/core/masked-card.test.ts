import { expect, it } from "vitest";
import { maskedCard } from "@/lib/core/text/masked-card";

it.each([
  ["000123456789", "••••••••6789"],
  ["12345678", "••••5678"],
  ["123", "123"],
  [null, null],
])("shows of the card number %s only %s", (number, shown) => {
  expect(maskedCard(number)).toBe(shown);
});

import { expect, it } from "vitest";
import { hashPassword, needsNewHash, verifyPassword } from "@/lib/core/auth/password-hash";

it("hashes with argon2id, at least 19 MiB and two passes, and a salt of its own", async () => {
  const [one, two] = await Promise.all([hashPassword("Sương sớm"), hashPassword("Sương sớm")]);
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(one) ?? [];
  expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
  expect(Number(passes)).toBeGreaterThanOrEqual(2);
  expect(one).not.toBe(two);
  expect(needsNewHash(one)).toBe(false);
});

it("knows the password again in every Unicode form, and no other", async () => {
  const hash = await hashPassword("Sương sớm ☀".normalize("NFC"));
  expect(await verifyPassword("Sương sớm ☀".normalize("NFD"), hash)).toBe(true);
  expect(await verifyPassword("sương sớm ☀", hash)).toBe(false);
  expect(await verifyPassword("", hash)).toBe(false);
});

it("says no without a hash or with a damaged one", async () => {
  for (const hash of [null, "", "x", "$argon2id$v=19$m=1,t=1,p=1$a$b", "$2b$10$abc"]) {
    expect(await verifyPassword("Sương sớm", hash)).toBe(false);
  }
});

it("wants a new hash where an old one was cheaper", () => {
  expect(
    needsNewHash("$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
  ).toBe(true);
});

it("answers many at once", async () => {
  const hash = await hashPassword("Sương sớm");
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => verifyPassword(n % 2 ? "x" : "Sương sớm", hash)),
  );
  expect(answers.filter(Boolean)).toHaveLength(6);
});

import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { hashPassword } from "@/lib/core/auth/password-hash";
import { changeOwnPasswordAction, redeemCodeAction, setUpAction, signInAction } from "@/lib/features/accounts/actions";
import { asTestOwner, openEmptyRegister, signInAs } from "../../support/register";
import { badKeys, badTypes, hasErrors, noForms, told, tryAll } from "./bad-sendings";
import { fingerprint } from "./fingerprint";
import { type Action, type Form, formData, isDone, send, signInRequests } from "./request";

vi.mock("next/headers", async () => (await import("./request")).requestParts);
vi.mock("next-intl/server", async () => (await import("./request")).translations);
vi.mock("@/lib/core/auth/config", () => ({ giveSessionCookie: async () => undefined }));

/* The forms in front of the sign-in, and the one for the own password, take nothing they should not either. */

const PASSWORD = "Hoa-ban-trang-2022";
const passwords = { password: "Doi-chieu-mua-he-7", repeatedPassword: "Doi-chieu-mua-he-7" };
let person: Actor;

beforeAll(async () => {
  const { committeeId } = await openEmptyRegister();
  person = await signInAs(committeeId, "Người thử", { role: "OFFICE" });
  const passwordHash = await hashPassword(PASSWORD);
  await asTestOwner((tx) => tx.account.updateMany({ where: { id: person.accountId ?? "" }, data: { passwordHash } }));
});

const forms: readonly [name: string, action: Action, form: () => Form][] = [
  ["signInAction", signInAction, () => ({ username: person.username, password: PASSWORD, returnTo: "/" })],
  ["redeemCodeAction", redeemCodeAction, () => ({ username: person.username, code: "AAAA-BBBB-CCCC", ...passwords })],
  ["setUpAction", setUpAction, () => ({ code: "AAAA-BBBB", username: "ai-do", displayName: "Ai Đó", ...passwords })],
  ["changeOwnPasswordAction", changeOwnPasswordAction, () => ({ currentPassword: PASSWORD, ...passwords })],
];

describe.each(forms)("%s", (_name, action, fill) => {
  it("refuses unknown keys, wrong types and what is no form, and writes nothing", async () => {
    await signInRequests(person);
    const before = await fingerprint();
    const bad = [...badKeys(fill()), ...badTypes(fill(), []), ...noForms];
    expect(told(await tryAll(action, [], bad), hasErrors)).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it("answers control characters in words, and notes at most that somebody was refused", async () => {
    await signInRequests(person);
    const { AccessLog: _noted, ...before } = await fingerprint();
    const form = fill();
    for (const name of Object.keys(form).filter((one) => !["returnTo", "displayName"].includes(one))) {
      const answer = await send(action, [], formData({ ...form, [name]: "a\u0000b\u001f\ufffe" }));
      expect([name, isDone(answer)]).toEqual([name, false]);
    }
    expect(await fingerprint()).toMatchObject(before);
  });
});

it("a password is changed for nobody without a session", async () => {
  await signInRequests(null);
  const before = await fingerprint();
  const answer = await send(changeOwnPasswordAction, [], formData({ currentPassword: PASSWORD, ...passwords }));
  expect(answer).toMatchObject({ status: "led", to: expect.stringMatching(/^\/sign-in/u) });
  expect(await fingerprint()).toEqual(before);
});

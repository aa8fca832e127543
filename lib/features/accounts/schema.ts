import { z } from "zod";
import { Role } from "@/lib/core/db/generated/enums";
import { dayField, id, name, optionalDay, optionalText, version } from "@/lib/core/fields";

const role = () => z.enum(Role, { error: "refusals.fields.choose" });

/** A password is taken as typed: no trimming, no cleaning. Its rules are in `rules.ts`. */
const password = () => z.string({ error: "refusals.fields.required" }).min(1, "refusals.fields.required").max(1024);

const username = () =>
  z
    .string({ error: "refusals.fields.required" })
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(z.string().regex(/^[a-z0-9._-]{2,40}$/, "accounts.errors.username"));

const code = () => z.string({ error: "refusals.fields.required" }).min(1, "refusals.fields.required").max(60);

const returnTo = () => z.string().max(2000).optional();

export const signInInput = z.strictObject({
  username: z.string().max(100),
  password: z.string().max(1024),
  ownDevice: z.literal("yes").optional(),
  returnTo: returnTo(),
});

export const redeemInput = z.strictObject({
  username: username(),
  code: code(),
  password: password(),
  repeatedPassword: password(),
});
export type RedeemInput = z.output<typeof redeemInput>;

export const setUpInput = z.strictObject({
  code: code(),
  username: username(),
  displayName: name(),
  password: password(),
  repeatedPassword: password(),
});
export type SetUpInput = z.output<typeof setUpInput>;

export const changePasswordInput = z.strictObject({
  currentPassword: password(),
  password: password(),
  repeatedPassword: password(),
});
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

const chosenRoles = z
  .union([role().transform((one) => [one]), z.array(role()).max(10)])
  .optional()
  .transform((chosen) => [...new Set(chosen ?? [])]);

export const inviteInput = z.strictObject({
  username: username(),
  displayName: name(),
  memberName: optionalText(120),
  memberBranch: optionalText(120),
  roles: chosenRoles,
  startsOn: dayField(),
  lastDay: optionalDay(),
});
export type InviteForm = z.output<typeof inviteInput>;

export const grantInput = z.strictObject({
  accountId: id(),
  role: role(),
  startsOn: dayField(),
  lastDay: optionalDay(),
});
export type GrantInput = z.output<typeof grantInput>;

export const confirmGrantInput = z.strictObject({ accountId: id(), grantId: id(), version: version() });
export type ConfirmGrantInput = z.output<typeof confirmGrantInput>;

export const endGrantInput = z.strictObject({
  accountId: id(),
  grantId: id(),
  version: version(),
  lastDay: optionalDay(),
});
export type EndGrantInput = z.output<typeof endGrantInput>;

export const linkInput = z.strictObject({
  accountId: id(),
  memberName: name(),
  memberBranch: optionalText(120),
  version: version().optional(),
});
export type LinkForm = z.output<typeof linkInput>;

/** An account as a form saw it. */
export const accountInput = z.strictObject({ accountId: id(), version: version() });
export type AccountInput = z.output<typeof accountInput>;

export const endSessionsInput = z.strictObject({ accountId: id() });
export type EndSessionsInput = z.output<typeof endSessionsInput>;

export const ownSessionInput = z.strictObject({ sessionId: id() });
export type OwnSessionInput = z.output<typeof ownSessionInput>;

export const noInput = z.strictObject({});

export const accountStates = ["ACTIVE", "INVITED", "DISABLED", "TO_CONFIRM"] as const;

/** The state of the list, from the address; anything unreadable counts as not chosen. */
export const accountFilter = z.object({
  q: z.string().max(100).catch("").default(""),
  role: z.enum(Role).nullable().catch(null).default(null),
  state: z.enum(["ACTIVE", "INVITED", "DISABLED", "TO_CONFIRM"]).nullable().catch(null).default(null),
});
export type AccountFilter = z.output<typeof accountFilter>;

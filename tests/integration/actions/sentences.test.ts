import { randomUUID } from "node:crypto";
import { beforeAll, expect, it, vi } from "vitest";
import { runCommand } from "@/lib/core/command";
import { messages } from "@/lib/core/i18n/namespaces";
import { addMemberAction } from "@/lib/features/members/actions";
import { appointBranchOfficerAction } from "@/lib/features/organization/actions/keep-branches";
import { proposeRatingAction } from "@/lib/features/ratings/actions";
import { proposeTransferAction } from "@/lib/features/transfers/actions";
import { fingerprint } from "./fingerprint";
import { type FormWorld, openFormWorld, someone } from "./form-case";
import { memberForms } from "./member-forms";
import { organizationForms } from "./organization-forms";
import { ratingForms } from "./rating-forms";
import { type Action, type Answer, type Form, formData, send, signInRequests } from "./request";
import { transferForms } from "./transfer-forms";

vi.mock("next/headers", async () => (await import("./request")).requestParts);
vi.mock("next-intl/server", async () => (await import("./request")).translations);

let world: FormWorld;

beforeAll(async () => {
  world = await openFormWorld();
  await signInRequests(world.actors.office);
}, 120_000);

/** Every sentence that an answer shows, with its key. */
function sentences(answer: Answer): { key: string; text: string }[] {
  if (answer.status === "refused") return [answer.reason];
  return answer.status === "invalid" ? [...Object.values(answer.fieldErrors).flat(), ...answer.formErrors] : [];
}

type Case = {
  what: string;
  action: Action;
  bound?: unknown[];
  form: () => Form | Promise<Form>;
  says: [string, RegExp];
};

const cases: Case[] = [
  {
    what: "the 31st of February",
    action: addMemberAction,
    form: async () => ({ ...(await memberForms.addMemberAction?.fillIn(world)), admittedOn: "31/02/2010" }),
    says: ["refusals.fields.day.noSuchDay", /«31\/02\/2010»/u],
  },
  {
    what: "a birth after the admission",
    action: addMemberAction,
    form: async () => ({ ...(await memberForms.addMemberAction?.fillIn(world)), birthOn: "12/05/2012" }),
    says: ["members.errors.bornAfterAdmission", /./u],
  },
  {
    what: "a move into the branch where the member is",
    action: proposeTransferAction,
    form: async () => ({ ...(await transferForms.proposeTransferAction?.fillIn(world)), toBranchId: world.branchId }),
    says: ["members.errors.sameBranch", /./u],
  },
  {
    what: "a second secretary",
    action: appointBranchOfficerAction,
    form: async () => ({ ...(await organizationForms.appointBranchOfficerAction?.fillIn(world)), kind: "SECRETARY" }),
    says: ["organization.errors.secondSecretary", /./u],
  },
  {
    what: "a rating of somebody who is not rated",
    action: proposeRatingAction,
    bound: [2022],
    form: async () => ({ ...(await ratingForms.proposeRatingAction?.fillIn(world)), memberId: world.members.exempt }),
    says: ["ratings.errors.notRateable", /./u],
  },
];

it.each(cases)("$what is refused by a sentence of its own, and nothing is written", async (one) => {
  const form = await one.form();
  const before = await fingerprint();
  const answer = await send(one.action, one.bound ?? [], formData(form));
  expect(sentences(answer)).toEqual([
    expect.objectContaining({ key: one.says[0], text: expect.stringMatching(one.says[1]) }),
  ]);
  expect(await fingerprint()).toEqual(before);
});

it("a member in two branches at once is refused by the database too, in words", async () => {
  const { id: memberId } = await someone(world);
  const { committeeId } = world;
  const twice = runCommand(world.actors.office, { command: "test", input: null }, async ({ tx }) => {
    const row = {
      committeeId,
      id: randomUUID(),
      memberId,
      branchId: world.otherBranchId,
      startsOn: new Date("2020-01-01"),
    };
    await tx.membership.createMany({ data: [row] });
    return { id: memberId };
  });
  await expect(twice).rejects.toMatchObject({ code: "CONFLICT", reason: "refusals.constraints.Membership_one_branch" });
  expect(messages.vi.refusals.constraints.Membership_one_branch).toMatch(/một chi bộ/u);
  expect(messages.en.refusals.constraints.Membership_one_branch).not.toBe("");
});

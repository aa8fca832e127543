import { day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { proposeBadges } from "@/lib/features/badges/commands/propose-badges";
import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import type { FormCase, FormWorld } from "./form-case";

const AWARD_DAY = "07/11/2022";
const paper = { proposalNumber: "12-TTr/ĐU", proposedOn: "01/10/2022" };
let count = 0;

/** Somebody in the Party since that day. */
async function since({ system, branchId }: FormWorld, admittedOn: string): Promise<string> {
  const person = {
    ...memberInput(`Quàng Văn Hiệu ${String.fromCodePoint(65 + (count++ % 26))}`, branchId),
    birthOn: partialDay("1940"),
    admittedOn: day(admittedOn),
    officialOn: day(admittedOn),
  };
  return (await addMember(system, person)).id;
}

async function proposed(world: FormWorld): Promise<string> {
  const { ids } = await proposeBadges(world.system, {
    awardOn: day("2022-11-07"),
    memberId: [await since(world, "1991-06-01")],
    proposalNumber: "12-TTr/ĐU",
    proposedOn: day("2022-10-01"),
  });
  return ids[0] ?? "";
}

/** The forms of Party badges. */
export const badgeForms: Readonly<Record<string, FormCase>> = {
  proposeBadgesAction: {
    by: "office",
    fillIn: async (world) => ({ awardOn: AWARD_DAY, memberId: await since(world, "1991-06-01"), ...paper }),
    several: ["memberId"],
    otherwise: { proposalNumber: "13-TTr/ĐU" },
  },
  proposeEarlyBadgeAction: {
    by: "office",
    fillIn: async (world) => ({
      awardOn: AWARD_DAY,
      memberId: await since(world, "1993-05-01"),
      earlyReason: "Giấy ra viện số 12",
      ...paper,
    }),
    otherwise: { proposalNumber: "13-TTr/ĐU" },
  },
  decideBadgesAction: {
    by: "office",
    bound: () => [2022],
    fillIn: async (world) => ({
      badgeId: await proposed(world),
      decisionNumber: "31-QĐ/HU",
      decidedOn: "20/10/2022",
    }),
    several: ["badgeId"],
    otherwise: { decisionNumber: "32-QĐ/HU" },
  },
  recordBadgeAction: {
    by: "office",
    fillIn: async (world) => ({
      memberId: await since(world, "1980-06-01"),
      years: "40",
      awardOn: "07/11/2020",
      decisionNumber: "8-QĐ/TU",
      decidedOn: "20/10/2020",
      badgeNumber: "",
    }),
    otherwise: { decisionNumber: "9-QĐ/TU" },
  },
  withdrawBadgeAction: {
    by: "office",
    fillIn: async (world) => ({ id: await proposed(world), version: "1", withdrawReason: "Ghi nhầm người" }),
  },
};

import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { endAfter, lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { canEditOrganization } from "@/lib/features/organization/policy";
import { getOfficialDays, officialDayColumns } from "@/lib/features/organization/queries/official-day";
import {
  appointmentObstacle,
  endObstacle,
  officialDayOn,
  villageHeadObstacle,
} from "@/lib/features/organization/rules";
import type { BranchOfficerInput, EndOfficeInput, VillageHeadInput } from "@/lib/features/organization/schema";

const period = { startsOn: true, endsOn: true } as const;

async function loadPerson({ tx, actor }: CommandContext, memberId: string) {
  const member = await tx.member.findFirst({
    where: { committeeId: actor.committeeId, id: memberId },
    select: {
      fullName: true,
      profile: { select: officialDayColumns },
      memberships: { select: { branchId: true, kind: true, ...period } },
      statuses: { select: { kind: true, ...period } },
    },
  });
  if (!member) throw notFound();
  return member;
}

/**
 * Gives an office of a branch to one of its official members from a day on. Refuses a second secretary, a person of
 * another branch, a probationer, or someone exempt or suspended (RULE).
 */
export function appointBranchOfficer(actor: Actor, input: BranchOfficerInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "appointBranchOfficer", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const branch = await tx.branch.findFirst({
      where: { committeeId: actor.committeeId, id: input.branchId },
      select: {
        id: true,
        name: true,
        ...period,
        offices: { select: { branchId: true, memberId: true, kind: true, ...period } },
      },
    });
    if (!branch) throw notFound();
    authorize(canEditOrganization(actor));
    const member = await loadPerson(context, input.memberId);
    const { memberId, kind, startsOn, decisionNumber } = input;
    requireNoObstacle(
      appointmentObstacle(
        { memberId, kind, startsOn, endsOn: endAfter(input.lastDay) },
        {
          branch: withPeriod(branch),
          offices: branch.offices.map(withPeriod),
          officialOn: officialDayOn(getOfficialDays(member.profile), startsOn),
          memberships: member.memberships.map(withPeriod),
          statuses: member.statuses.map(withPeriod),
        },
      ),
    );

    const id = randomUUID();
    await tx.branchOffice.create({
      data: {
        committeeId: actor.committeeId,
        id,
        branchId: branch.id,
        memberId,
        kind,
        decisionNumber,
        ...dbPeriod(startsOn, input.lastDay),
      },
      select: { id: true },
    });
    audit({
      type: "branchOffice.given",
      subject: { kind: "member", id: memberId, name: member.fullName },
      branchId: branch.id,
      params: { branch: branch.name, office: kind, startsOn },
      changes: [
        {
          record: "BranchOffice",
          recordId: id,
          before: null,
          after: { branch: branch.name, kind, startsOn, lastDay: input.lastDay, decisionNumber },
        },
      ],
    });
    return { id };
  });
}

/** Ends an office of a branch with its last day. */
export function endBranchOffice(actor: Actor, input: EndOfficeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endBranchOffice", input, ...sending }, async ({ tx, actor, audit }) => {
    const office = await tx.branchOffice.findFirst({
      where: { committeeId: actor.committeeId, id: input.id },
      select: {
        ...period,
        kind: true,
        memberId: true,
        branchId: true,
        member: { select: { fullName: true } },
        branch: { select: { name: true } },
      },
    });
    if (!office) throw notFound();
    authorize(canEditOrganization(actor));
    const held = withPeriod(office);
    requireNoObstacle(endObstacle(held, input.lastDay));

    const written = await tx.branchOffice.updateMany({
      where: { committeeId: actor.committeeId, id: input.id, version: input.version },
      data: { endsOn: dbPeriod(held.startsOn, input.lastDay).endsOn, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "branchOffice.ended",
      subject: { kind: "member", id: office.memberId, name: office.member.fullName },
      branchId: office.branchId,
      params: { branch: office.branch.name, office: office.kind, lastDay: input.lastDay },
      changes: [
        {
          record: "BranchOffice",
          recordId: input.id,
          before: { lastDay: lastDayOf(held) },
          after: { lastDay: input.lastDay },
        },
      ],
    });
    return { id: input.id };
  });
}

/** Records that a member heads a village from a day on: a civil office, elected by the households. */
export function recordVillageHead(actor: Actor, input: VillageHeadInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordVillageHead", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const village = await tx.village.findFirst({
      where: { committeeId: actor.committeeId, id: input.villageId },
      select: {
        id: true,
        name: true,
        ...period,
        offices: { select: { villageId: true, memberId: true, kind: true, ...period } },
      },
    });
    if (!village) throw notFound();
    authorize(canEditOrganization(actor));
    const member = await loadPerson(context, input.memberId);
    requireNoObstacle(
      villageHeadObstacle(
        { startsOn: input.startsOn, endsOn: endAfter(input.lastDay) },
        { village: withPeriod(village), offices: village.offices.map(withPeriod) },
      ),
    );

    const id = randomUUID();
    const { memberId, startsOn, lastDay } = input;
    await tx.civilOffice.create({
      data: {
        committeeId: actor.committeeId,
        id,
        villageId: village.id,
        memberId,
        kind: "VILLAGE_HEAD",
        ...dbPeriod(startsOn, lastDay),
      },
      select: { id: true },
    });
    audit({
      type: "villageHead.recorded",
      subject: { kind: "member", id: memberId, name: member.fullName },
      params: { village: village.name, startsOn },
      changes: [
        { record: "CivilOffice", recordId: id, before: null, after: { village: village.name, startsOn, lastDay } },
      ],
    });
    return { id };
  });
}

import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canKeepMeetingDay,
  canKeepMinutes,
  canListMeetings,
  canOpenBodyMeeting,
  canOpenMeeting,
  canReadBodyMeetings,
  canReadMeetingDay,
  canReadMeetings,
  visibleMeetings,
} from "@/lib/features/meetings/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

function actor(role: ActorRole | null): Rights {
  return {
    roles: role ? [role] : [],
    ownBranchIds: role === "SECRETARY" ? ["own"] : [],
    assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
  };
}

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "lists meetings": { may: canListMeetings, who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY", "IN_CHARGE"] },
  "sees those of all branches": { may: (of) => visibleMeetings(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "reads the own branch's": {
    may: (of) => canReadMeetings(of, "own"),
    who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"],
  },
  "reads the assigned branch's": {
    may: (of) => canReadMeetings(of, "assigned"),
    who: ["OFFICE", "LEADER", "SYSTEM", "IN_CHARGE"],
  },
  "reads the own branch's fixed day": {
    may: (of) => canReadMeetingDay(of, "own"),
    who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"],
  },
  "reads the assigned branch's fixed day": {
    may: (of) => canReadMeetingDay(of, "assigned"),
    who: ["OFFICE", "LEADER", "SYSTEM", "IN_CHARGE"],
  },
  "fixes the own branch's day": { may: (of) => canKeepMeetingDay(of, "own"), who: ["OFFICE", "SYSTEM", "SECRETARY"] },
  "fixes an assigned branch's day": { may: (of) => canKeepMeetingDay(of, "assigned"), who: ["OFFICE", "SYSTEM"] },
  "opens one of the own branch": { may: (of) => canOpenMeeting(of, "own"), who: ["OFFICE", "SYSTEM", "SECRETARY"] },
  "opens one of an assigned branch": { may: (of) => canOpenMeeting(of, "assigned"), who: ["OFFICE", "SYSTEM"] },
  "keeps the minutes of the own branch": {
    may: (of) => canKeepMinutes(of, "own"),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "keeps the minutes of an assigned branch": { may: (of) => canKeepMinutes(of, "assigned"), who: ["OFFICE", "SYSTEM"] },
  "reads all meetings of the committee's bodies": { may: canReadBodyMeetings, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "opens a meeting of a body": { may: canOpenBodyMeeting, who: ["OFFICE", "SYSTEM"] },
  "keeps the minutes of a body": { may: (of) => canKeepMinutes(of, null), who: ["OFFICE", "SYSTEM"] },
};

describe("who may do what with meetings of branches", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});

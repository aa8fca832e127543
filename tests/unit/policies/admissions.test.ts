import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canConfirmDecision,
  canHoldCeremony,
  canListDossiers,
  canOpenAnyDossier,
  canOpenDossier,
  canOpenReadmission,
  canRecordDeath,
  canRecordDecision,
  canWorkOnDossier,
  visibleDossiers,
} from "@/lib/features/admissions/policy";
import { canReadVotes, canRecordVote } from "@/lib/features/votes/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId">;

function actor(role: ActorRole | null): Rights {
  return {
    roles: role ? [role] : [],
    ownBranchIds: role === "SECRETARY" ? ["own"] : [],
    assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
    accountId: role === "SYSTEM" ? null : "account",
  };
}

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "lists dossiers": { may: canListDossiers, who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"] },
  "reads every branch's dossiers": { may: (of) => visibleDossiers(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "opens a dossier somewhere": { may: canOpenAnyDossier, who: ["OFFICE", "SYSTEM", "SECRETARY"] },
  "opens a dossier in the own branch": {
    may: (of) => canOpenDossier(of, "own", "ADMISSION"),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "opens a dossier in an assigned branch": {
    may: (of) => canOpenDossier(of, "assigned", "ADMISSION"),
    who: ["OFFICE", "SYSTEM"],
  },
  "opens a dossier of expulsion in the own branch": {
    may: (of) => canOpenDossier(of, "own", "EXPULSION"),
    who: ["OFFICE", "SYSTEM"],
  },
  "opens a dossier of re-admission": { may: canOpenReadmission, who: ["OFFICE", "SYSTEM"] },
  "records a death": { may: canRecordDeath, who: ["OFFICE", "SYSTEM"] },
  "works on a dossier of the own branch": {
    may: (of) => canWorkOnDossier(of, "own"),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "works on a dossier elsewhere": { may: (of) => canWorkOnDossier(of, "other"), who: ["OFFICE", "SYSTEM"] },
  "records decisions": { may: canRecordDecision, who: ["OFFICE"] },
  "confirms decisions": { may: canConfirmDecision, who: ["LEADER"] },
  "enters a ceremony": { may: canHoldCeremony, who: ["OFFICE", "SYSTEM"] },
  "enters votes of the own branch": { may: (of) => canRecordVote(of, "own"), who: ["OFFICE", "SYSTEM", "SECRETARY"] },
  "enters votes of the committee": { may: (of) => canRecordVote(of, null), who: ["OFFICE", "SYSTEM"] },
  "reads votes of the own branch": {
    may: (of) => canReadVotes(of, "own"),
    who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"],
  },
  "reads votes of an assigned branch": {
    may: (of) => canReadVotes(of, "assigned"),
    who: ["OFFICE", "LEADER", "SYSTEM"],
  },
  "reads votes of the committee": { may: (of) => canReadVotes(of, null), who: ["OFFICE", "LEADER", "SYSTEM"] },
};

describe("who may do what with dossiers and votes", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});

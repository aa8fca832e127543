import type { Actor } from "@/lib/core/actor";
import { inventMembers } from "./people";
import { inNewRegister } from "./session";
import {
  enterMembers,
  giveBranchOffices,
  nameCommittee,
  openBranches,
  type SampleRegister,
  seatCommittee,
} from "./structure";

/** Fills the sample commune through the commands, so that it obeys the rules and fills the audit trail. */
export function seedSample(urls: { owner: string }) {
  return inNewRegister(urls.owner, { isSample: true, startedBy: "Dữ liệu mẫu" }, async (system) => {
    const register = await buildStructure(system);
    return { accounts: [] as { username: string; password: string; role: string }[], register };
  });
}

async function buildStructure(system: Actor): Promise<SampleRegister> {
  await nameCommittee(system);
  const { branchIds, villageIds } = await openBranches(system);
  const members = await enterMembers(system, inventMembers(), branchIds);
  await giveBranchOffices(system, members, { branchIds, villageIds });
  const seated = await seatCommittee(system, members);
  return { branchIds, members, seated };
}

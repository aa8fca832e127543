import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { openBranch } from "@/lib/features/organization/commands/open-branch";
import { cancelReorganization } from "@/lib/features/reorganizations/commands/close-reorganization";
import { proposeReorganization } from "@/lib/features/reorganizations/commands/propose-reorganization";
import { memberInput } from "../../support/member-input";
import { signInAs } from "../../support/register";
import { reorganizationInput, reorganize } from "../../support/reorganizing";
import type { RatedRegister } from "../ratings/round";

/** Branches of their own that are reorganised: one in effect, one that another clerk proposed, one that waits, one taken back. */
export async function addReorganizations({ committeeId, system, actors }: RatedRegister): Promise<void> {
  const { office, leader } = actors;
  const otherClerk = await signInAs(committeeId, "Văn phòng khác", { role: "OFFICE" });
  const open = async (name: string) => {
    const papers = { decisionNumber: null, phone: null, meetingPlace: null, villageId: null, originBody: null };
    const { id } = await openBranch(system, { kind: "AGENCY", name, startsOn: day("2010-01-01"), ...papers });
    await addMember(system, memberInput(`Hà Văn ${name.slice(-3)}`, id));
    return id;
  };
  const rename = async (name: string) => {
    const opened = [{ key: "1", name: `${name} mới`, kind: "AGENCY" as const }];
    return reorganizationInput([await open(name)], { kind: "RENAME", opened });
  };
  await reorganize({ proposer: office, confirmer: leader }, await rename("Cơ quan Một"));
  await proposeReorganization(otherClerk, await rename("Cơ quan Hai"));
  await proposeReorganization(office, await rename("Cơ quan Tư"));
  const { id } = await proposeReorganization(office, await rename("Cơ quan Ba"));
  await cancelReorganization(office, { id, version: 1, reason: "Nhập nhầm" });
}

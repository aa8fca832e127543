import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import type { TestRegister } from "../../support/register";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
let count = 0;

/** A record entered in error in the first branch; answers the member. */
export async function mistake({ system, branchId }: TestRegister, changes: object = {}): Promise<string> {
  const entry = { ...memberInput(`Lò Thị Nhầm ${LETTERS[count++ % LETTERS.length]}`, branchId), ...changes };
  return (await addMember(system, entry)).id;
}

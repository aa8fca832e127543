import { day } from "@/lib/core/day";
import { addAddendum } from "@/lib/features/meetings/commands/add-addendum";
import { firstBranch, secondBranch, sent, signed, written } from "../meetings/branch-meeting";
import type { RatedRegister } from "../ratings/round";

/** Meetings of both branches: drafts with their rolls, minutes that were sent, and signed ones. */
export async function addMeetings(register: RatedRegister): Promise<void> {
  const { system } = register;
  for (const place of [firstBranch(register), secondBranch(register)]) {
    await written(system, place, day("2022-03-01"));
    for (const id of [await sent(system, place, day("2022-02-01")), await signed(system, place, day("2022-01-01"))])
      await addAddendum(register.actors.office, { id, text: "Bổ sung", reason: "Ghi thiếu" });
  }
}

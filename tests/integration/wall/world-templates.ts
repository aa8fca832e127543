import { acceptTemplate } from "@/lib/features/documents/commands/accept-template";
import { signInAs } from "../../support/register";
import { check } from "../../support/templates";
import type { RatedRegister } from "../ratings/round";

/** Templates of two people of the office, checked and accepted. */
export async function addTemplates({ committeeId, actors }: RatedRegister) {
  const another = await signInAs(committeeId, "Văn phòng khác", { role: "OFFICE" });
  for (const office of [actors.office, another]) {
    await acceptTemplate(office, { id: await check(office), startsOn: office.today });
    await check(office);
  }
}

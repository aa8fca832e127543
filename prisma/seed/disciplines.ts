import { day } from "@/lib/core/day";
import { confirmDiscipline } from "@/lib/features/disciplines/commands/close-recording";
import { recordDiscipline } from "@/lib/features/disciplines/commands/record-discipline";
import type { SamplePeople } from "./accounts";
import { sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

/* Neither the secretary of the branch nor a committee member: somebody without an account. */
const ORDINARY = 4;

/** One reprimand of 2024, whose effect has ended: of the years of the report it says nothing. */
export async function recordDisciplines({ office, leader }: SamplePeople, register: SampleRegister): Promise<void> {
  const branch = sampleBranches.find(({ key }) => key === "naan");
  const person = register.members.find(
    (one) =>
      one.branch.key === "naan" && one.order >= ORDINARY && one.departure === null && !register.seated.includes(one),
  );
  if (!branch || !person) throw new Error("The sample has nobody to discipline");
  const { id } = await recordDiscipline(office, {
    ...{ branchId: idOf(register.branchIds, branch), whoId: person.id, form: "REPRIMAND", body: "BRANCH" },
    ...{ bodyName: "Chi bộ bản Nà An", decisionNumber: "02-QĐ/CB", decidedOn: day("2024-04-03") },
    ...{ bodyMembers: 15, present: 13, votesFor: 11, votesAgainst: 2, announcedOn: day("2024-04-03") },
    ...{ breach: "Ba lần liền bỏ sinh hoạt chi bộ không báo cáo lý do.", breachKind: "ORDINARY", exceptionPaper: null },
    ...{ breachOn: day("2023-12-03"), concludedOn: day("2024-03-20"), correctsId: null, whyCorrected: null },
  });
  await confirmDiscipline(leader, { id, version: 1 });
}

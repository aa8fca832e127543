import { day } from "@/lib/core/day";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { addMember } from "@/lib/features/members/commands/add-member";
import { startStatus } from "@/lib/features/members/commands/start-status";
import { memberInput, personalInput, registerInput } from "../../support/member-input";
import { caseInput } from "../inspections/case";
import { type FormCase, type FormWorld, someone } from "./form-case";

/** What a form sends for stored values: nothing is an empty control. */
function typed(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? ""]));
}

let numbers = 0;

const personal = (fullName: string) => typed(personalInput(fullName));
const entry = () => ({ ...typed(registerInput()), admittedOn: "03/02/2010", officialOn: "03/02/2011" });

const caseForm = ({ branchId }: FormWorld): Record<string, string | string[]> => ({
  year: "2022",
  mode: "INSPECTION",
  body: "INSPECTION_COMMISSION",
  title: "Kiểm tra việc chấp hành Điều lệ Đảng",
  decisionNumber: "21-QĐ/UBKT",
  decidedOn: "01/08/2022",
  startsOn: "15/08/2022",
  lastDay: "15/09/2022",
  periodFrom: "",
  periodTo: "",
  topics: ["COMPLIANCE", "PARTY_FEES"],
  branchIds: branchId,
  members: "",
  head: "Đinh Văn Quân",
  team: "",
  programmeLineId: "",
});
const several = ["topics", "branchIds"];
const optional = ["programmeLineId"];
const conclusion = {
  conclusion: "Ưu điểm là chính.",
  conclusionNumber: "",
  concludedOn: "30/09/2022",
  disciplineFollows: "no",
};

async function opened(world: FormWorld): Promise<string> {
  const { branchId, members, actors } = world;
  const about = caseInput({ branchIds: [branchId], head: { memberId: members.inCharge } });
  return (await openInspection(actors.inspector, about)).id;
}

/** The forms of members and of inspections. */
export const memberForms: Readonly<Record<string, FormCase>> = {
  addMemberAction: {
    by: "office",
    fillIn: ({ branchId }) => ({
      branchId,
      startsOn: "01/01/2015",
      decisionNumber: "",
      ...personal("Lù Văn Mới"),
      ...entry(),
    }),
    otherwise: { fullName: "Lù Văn Khác" },
  },
  editMemberAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({ id: (await someone(world)).id, version: "1", ...personal("Lù Văn Sửa") }),
  },
  editRegisterEntryAction: {
    by: "office",
    fillIn: async (world) => ({ id: (await someone(world)).id, version: "1", ...entry(), idNumber: "040075001234" }),
  },
  startStatusAction: {
    by: "office",
    fillIn: async (world) => ({
      memberId: (await someone(world)).id,
      kind: "EXEMPT",
      startsOn: "01/01/2021",
      lastDay: "",
      reason: "",
      decisionNumber: "",
    }),
    otherwise: { reason: "Tuổi cao" },
  },
  endStatusAction: {
    by: "office",
    bound: ({ members }) => [members.exempt],
    fillIn: async (world) => {
      const memberId = (await someone(world)).id;
      const status = { memberId, kind: "EXEMPT", startsOn: day("2021-01-01"), lastDay: null } as const;
      const { id } = await startStatus(world.system, { ...status, reason: null, decisionNumber: null });
      return { id, version: "1", lastDay: "31/12/2021" };
    },
  },

  openInspectionAction: { by: "inspector", fillIn: caseForm, several, optional, otherwise: { title: "Kiểm tra khác" } },
  recordInspectionAction: {
    by: "office",
    also: ["inspector"],
    fillIn: (world) => ({ ...caseForm(world), ...conclusion }),
    several,
    optional,
    otherwise: { title: "Kiểm tra khác" },
  },
  editInspectionAction: {
    by: "inspector",
    fillIn: async (world) => ({ ...caseForm(world), id: await opened(world), version: "1" }),
    several,
    optional,
  },
  concludeInspectionAction: {
    by: "inspector",
    fillIn: async (world) => ({ id: await opened(world), version: "1", ...conclusion }),
  },
  revealIdNumbersAction: {
    by: "office",
    also: ["leader", "second"],
    fillIn: async (world) => {
      const idNumber = `0141${String(++numbers).padStart(8, "0")}`;
      const entry = { ...memberInput("Vì Văn Số", world.branchId), idNumber };
      const { id } = await addMember(world.system, entry);
      return { memberId: id, purpose: "Cấp lại thẻ đảng viên" };
    },
    writes: "NOTHING",
  },
  orderMembersFileAction: {
    by: "office",
    fillIn: () => ({ list: "", columns: ["fullName", "ethnicity"], purpose: "Báo cáo thống kê" }),
    several: ["columns"],
    otherwise: { purpose: "Báo cáo khác" },
  },
};

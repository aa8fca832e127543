import { day } from "@/lib/core/day";
import { assignMember } from "@/lib/features/assignments/commands/assign-members";
import { appointBranchOfficer, recordVillageHead } from "@/lib/features/organization/commands/appoint-branch-officer";
import { openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import { openBranch, openVillage } from "@/lib/features/organization/commands/open-branch";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { type FormCase, type FormWorld, someone } from "./form-case";

const open = { lastDay: null, decisionNumber: null };
const newBranch = () => ({
  kind: "AGENCY" as const,
  name: `Chi bộ ${crypto.randomUUID()}`,
  startsOn: day("2015-01-01"),
  decisionNumber: null,
  phone: null,
  meetingPlace: null,
  villageId: null,
  originBody: null,
});

async function assigned(world: FormWorld, year: number): Promise<string> {
  const { id } = await assignMember(world.system, {
    branchId: world.otherBranchId,
    memberId: world.members.inCharge,
    role: "SUPPORTING",
    startsOn: day(`${year}-01-01`),
    lastDay: day(`${year}-12-31`),
    decisionNumber: "05-QĐ/ĐU",
    decidedOn: day("2021-12-28"),
  });
  return id;
}

const decision = { decisionNumber: "07-QĐ/ĐU", decidedOn: "28/12/2021" };

/** The forms of the register's skeleton: branches, villages, offices, the committee, and who is in charge of what. */
export const organizationForms: Readonly<Record<string, FormCase>> = {
  openBranchAction: {
    by: "office",
    fillIn: () => ({
      kind: "SCHOOL",
      name: "Chi bộ Trường học",
      startsOn: "01/03/2020",
      decisionNumber: "",
      phone: "",
      meetingPlace: "",
      villageId: "",
    }),
    otherwise: { name: "Chi bộ Trạm y tế" },
  },
  openVillageAction: {
    by: "office",
    fillIn: () => ({ name: "Bản Mới", startsOn: "01/03/2020" }),
    otherwise: { name: "Bản Cũ" },
  },
  editBranchContactAction: {
    by: "office",
    also: ["secretary"],
    fillIn: ({ branchId }) => ({ branchId, version: "1", phone: "0912 345 678", meetingPlace: "Nhà văn hóa" }),
  },
  appointBranchOfficerAction: {
    by: "office",
    fillIn: async (world) => ({
      branchId: world.branchId,
      memberId: (await someone(world)).id,
      kind: "COMMITTEE_MEMBER",
      startsOn: "01/01/2021",
      lastDay: "",
      decisionNumber: "",
    }),
    otherwise: { startsOn: "02/01/2021" },
  },
  endBranchOfficeAction: {
    by: "office",
    bound: ({ branchId }) => [branchId],
    fillIn: async (world) => {
      const memberId = (await someone(world)).id;
      const office = {
        branchId: world.branchId,
        memberId,
        kind: "DEPUTY",
        startsOn: day("2021-01-01"),
        ...open,
      } as const;
      return { id: (await appointBranchOfficer(world.system, office)).id, version: "1", lastDay: "31/12/2021" };
    },
  },
  recordVillageHeadAction: {
    by: "office",
    bound: ({ branchId }) => [branchId],
    fillIn: async (world) => ({
      villageId: (await openVillage(world.system, { name: "Bản Ba", startsOn: day("2015-01-01") })).id,
      memberId: (await someone(world)).id,
      startsOn: "01/01/2021",
      lastDay: "",
    }),
    otherwise: { startsOn: "02/01/2021" },
  },
  endVillageHeadAction: {
    by: "office",
    bound: ({ branchId }) => [branchId],
    fillIn: async (world) => {
      const villageId = (await openVillage(world.system, { name: "Bản Bốn", startsOn: day("2015-01-01") })).id;
      const head = { villageId, memberId: (await someone(world)).id, startsOn: day("2021-01-01"), lastDay: null };
      return { id: (await recordVillageHead(world.system, head)).id, version: "1", lastDay: "31/12/2021" };
    },
  },
  reorganizeVillagesAction: {
    by: "office",
    several: ["from"],
    fillIn: async (world) => {
      const { id } = await openVillage(world.system, {
        name: `Bản ${crypto.randomUUID()}`,
        startsOn: day("2015-01-01"),
      });
      return {
        from: id,
        effectiveOn: "01/07/2025",
        decisionNumber: "22/NQ-HĐND",
        decisionOn: "20/06/2025",
        decisionBody: "Hội đồng nhân dân xã",
        "name-1": `Bản mới ${crypto.randomUUID()}`,
      };
    },
    otherwise: { decisionNumber: "23/NQ-HĐND" },
  },
  recordCommitteeNameAction: {
    by: "office",
    fillIn: () => ({
      name: "Đảng bộ xã Thử Cũ",
      superiorKind: "DISTRICT",
      superiorName: "Huyện ủy Thử Nghiệm",
      startsOn: "01/01/2010",
      lastDay: "31/12/2014",
    }),
    otherwise: { name: "Đảng bộ xã Khác" },
  },
  succeedCommitteeAction: {
    by: "office",
    fillIn: () => ({
      name: "Đảng bộ xã Thử Nghiệm Mới",
      superiorKind: "PROVINCE",
      superiorName: "Tỉnh ủy Thử Nghiệm",
      startsOn: "01/07/2025",
      predecessors: "Đảng bộ xã Thử Nghiệm\nĐảng bộ xã Thử Kế Bên",
      decisionNumber: "10-QĐ/TU",
      decisionOn: "20/06/2025",
      decisionBody: "Tỉnh ủy Thử Nghiệm",
    }),
    otherwise: { name: "Đảng bộ xã Khác Mới" },
  },
  openBranchTermAction: {
    by: "office",
    fillIn: ({ otherBranchId }) => ({
      branchId: otherBranchId,
      number: "3",
      congressOn: "10/01/2020",
      startsOn: "15/01/2020",
      lastDay: "14/07/2022",
      decisionNumber: "",
    }),
    otherwise: { number: "4", congressOn: "10/07/2022", startsOn: "15/07/2022", lastDay: "14/01/2025" },
  },
  moveBranchTermEndAction: {
    by: "office",
    fillIn: async (world) => {
      const branchId = (await openBranch(world.system, newBranch())).id;
      const startsOn = day("2020-01-15");
      const term = { branchId, number: 1, congressOn: startsOn, startsOn, ...open };
      const { id } = await openBranchTerm(world.system, term);
      return { id, version: "1", lastDay: "31/12/2024", decisionNumber: "09-QĐ/ĐU" };
    },
  },
  openTermAction: {
    by: "office",
    fillIn: () => ({ name: "Nhiệm kỳ 2015–2020", startsOn: "01/06/2015", lastDay: "31/05/2020" }),
    otherwise: { name: "Nhiệm kỳ khác" },
  },
  giveCommitteeSeatAction: {
    by: "office",
    fillIn: async (world) => ({
      termId: world.termId,
      memberId: (await someone(world)).id,
      kind: "MEMBER",
      startsOn: "01/07/2020",
      lastDay: "",
      decisionNumber: "",
    }),
    otherwise: { startsOn: "02/07/2020" },
  },
  endCommitteeSeatAction: {
    by: "office",
    fillIn: async (world) => {
      const memberId = (await someone(world)).id;
      const seat = { termId: world.termId, memberId, kind: "MEMBER", startsOn: day("2020-07-01"), ...open } as const;
      return { id: (await giveCommitteeSeat(world.system, seat)).id, version: "1", lastDay: "31/12/2021" };
    },
  },

  assignMemberAction: {
    by: "office",
    fillIn: ({ otherBranchId, members }) => ({
      branchId: otherBranchId,
      memberId: members.inCharge,
      role: "SUPPORTING",
      startsOn: "01/01/2022",
      lastDay: "31/12/2022",
      ...decision,
    }),
    otherwise: { decisionNumber: "08-QĐ/ĐU" },
  },
  changeAssignmentAction: {
    by: "office",
    fillIn: async (world) => ({
      id: await assigned(world, 2024),
      version: "1",
      effectiveOn: "01/07/2024",
      role: "MAIN",
      lastDay: "31/12/2024",
      ...decision,
    }),
  },
  correctAssignmentAction: {
    by: "office",
    fillIn: async (world) => ({
      id: await assigned(world, 2025),
      version: "1",
      role: "SUPPORTING",
      startsOn: "01/02/2025",
      lastDay: "31/12/2025",
      reason: "Ghi nhầm ngày",
      ...decision,
    }),
  },
  endAssignmentAction: {
    by: "office",
    fillIn: async (world) => ({
      id: await assigned(world, 2026),
      version: "1",
      lastDay: "30/06/2026",
      reason: "Chuyển công tác",
    }),
  },
};

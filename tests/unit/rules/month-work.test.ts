import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { countByBranch, isOfBranch, type OpenWork, workLines } from "@/lib/features/month-work/rules/lines";
import { branchKinds, workKinds } from "@/lib/features/month-work/schema";

const today = day("2026-11-26");
const here = { branchId: "here", branch: "Chi bộ Bản Một" };
const nothing: OpenWork = {
  meetings: { months: [], next: [], minutes: [], toInvite: [], toGrade: 0 },
  visits: [],
  documents: [],
  tasks: [],
  difficulties: [],
  probations: [],
  ceremonies: [],
  transfers: [],
  statuses: [],
  disciplines: [],
  caseDuties: [],
  terms: [],
  regulations: [],
  badges: [],
  proposals: [],
  ratings: [],
  deadlines: [],
  rules: [],
};
const linesOf = (open: Partial<OpenWork>) => workLines({ ...nothing, ...open }, today);
const told = (open: Partial<OpenWork>) => linesOf(open).map(({ kind, href, isLate }) => [kind, href, isLate]);

describe("what is open", () => {
  it("is nothing where nothing is", () => {
    expect(linesOf({})).toEqual([]);
  });

  it("is each branch that has not met: late once the month is over, and opened where the reader may open it", () => {
    const month = (monthOn: string, isOver: boolean, open: boolean) => ({
      ...here,
      ...{ monthOn: day(monthOn), isOver, fixedOn: day(`${monthOn.slice(0, 8)}05`), announcedOn: null, can: { open } },
    });
    const { meetings } = nothing;
    const months = [month("2026-10-01", true, false), month("2026-11-01", false, true)];
    expect(told({ meetings: { ...meetings, months } })).toEqual([
      ["MEETING_MISSING", "/meetings?branch=here&year=2026", true],
      ["MEETING_DUE", "/meetings/new?branch=here&month=2026-11", false],
    ]);
    const namesOf = (due: OpenWork["meetings"]["months"]) =>
      linesOf({ meetings: { ...meetings, months: due } }).map(({ name }) => name);
    expect(namesOf(months)).toEqual([null, "05/11/2026"]);
    const announced = months.map((one) => ({ ...one, announcedOn: day("2026-11-09") }));
    expect(namesOf(announced)).toEqual([null, "09/11/2026"]);
  });

  it("is the next meeting that the last minutes announce for a month to come, until it is opened", () => {
    const next = [true, false].map((open) => ({
      ...here,
      ...{ heldOn: day("2026-12-03"), monthOn: day("2026-12-01"), can: { open } },
    }));
    expect(told({ meetings: { ...nothing.meetings, next } })).toEqual([
      ["MEETING_TO_OPEN", "/meetings/new?branch=here&month=2026-12", false],
      ["MEETING_TO_OPEN", "/meetings?branch=here&year=2026", false],
    ]);
  });

  it("is invitations and minutes to send and to sign, and grades to decide as one number", () => {
    const minutes = (["DRAFT", "SENT"] as const).map((state) => ({
      ...here,
      ...{ id: state, heldOn: day("2026-11-05"), state, can: { keep: true } },
    }));
    expect(
      told({
        meetings: {
          ...nothing.meetings,
          ...{ minutes, toInvite: [{ ...here, id: "next", heldOn: day("2026-12-03") }], toGrade: 3 },
        },
      }),
    ).toEqual([
      ["INVITATION_TO_SEND", "/meetings/next/invitation", false],
      ["MINUTES_TO_SEND", "/meetings/DRAFT", false],
      ["MINUTES_TO_SIGN", "/meetings/SENT", false],
      ["GRADES_TO_DECIDE", "/meetings/grades?show=WAITING", false],
    ]);
  });

  it("is papers that the branch has not passed on, where it says so or, for who only reads, where they stand", () => {
    const paper = (standing: "OPEN" | "OVERDUE", record: boolean) => ({
      ...here,
      ...{ documentId: standing, document: "08-CT/HU", deadlineOn: day("2026-11-20"), standing, can: { record } },
    });
    expect(told({ documents: [paper("OVERDUE", true), paper("OPEN", false)] })).toEqual([
      ["DOCUMENT_TO_PASS_ON", "/party-documents/OVERDUE/branches/here", true],
      ["DOCUMENT_TO_PASS_ON", "/party-documents/OPEN", false],
    ]);
  });

  it("is tasks that are overdue, and those that are reported and wait for a second hand", () => {
    const tasks = ["IN_HAND", "OVERDUE", "REPORTED"].map((standing) => ({
      ...here,
      ...{ id: standing, title: "Làm đường", standing, deadlineOn: today },
    }));
    expect(told({ tasks })).toEqual([
      ["TASK_OVERDUE", "/tasks/OVERDUE", true],
      ["TASK_TO_ACCEPT", "/tasks/REPORTED", false],
    ]);
  });

  it("is difficulties that nobody has accepted or that are overdue, not those in hand", () => {
    const difficulties = ["WAITING", "IN_HAND", "OVERDUE"].map((standing) => ({
      ...here,
      ...{ id: standing, title: "Đường vào bản", standing, deadlineOn: day("2026-11-20"), raisedOn: day("2026-10-01") },
    }));
    expect(told({ difficulties })).toEqual([
      ["DIFFICULTY_TO_ACCEPT", "/difficulties/WAITING", false],
      ["DIFFICULTY_OVERDUE", "/difficulties/OVERDUE", true],
    ]);
  });

  it("is a probation from its first reminder on: its dossier, else the form that opens one, else the record", () => {
    const one = (daysLeft: number, reminder: number | null, dossier: { id: string } | null, open: boolean) => ({
      ...here,
      ...{ memberId: "who", name: "Lò Văn Dự", dossier, can: { open } },
      clock: { dueOn: addDays(today, daysLeft), daysLeft, reminder },
    });
    const probations = [
      one(120, null, null, true),
      one(20, 30, null, true),
      one(20, 30, null, false),
      one(-3, 7, { id: "dossier" }, false),
      { ...one(0, 7, null, true), clock: null },
    ];
    expect(told({ probations })).toEqual([
      ["PROBATION_ENDING", "/admissions/recognition?member=who", false],
      ["PROBATION_ENDING", "/members/who", false],
      ["PROBATION_ENDING", "/admissions/dossier", true],
    ]);
  });

  it("is terms, transfers, ceremonies, statuses, badges, ratings and visits, each with its page", () => {
    const term = { branchId: "here", branchName: "Chi bộ Bản Một", term: { lastDay: day("2026-12-31") } };
    const wrong = { ...here, name: "Lò Văn Sai", on: null, isLate: false, complaintId: null };
    const found = told({
      terms: ["RUNNING", "ENDING", "OVER", "NONE"].map((standing) => ({ ...term, standing })),
      regulations: [true, false].map((record) => ({ ...here, can: { record } })),
      transfers: [{ id: "move", name: "Vì Thị Đi", effectiveOn: today, dueOn: null, isLate: false }],
      ceremonies: [{ ...here, id: "dossier", name: "Hà Văn Mới", dueOn: addDays(today, -1) }],
      statuses: [{ ...here, memberId: "who", name: "Lò Văn Nghỉ", lastDay: today }],
      disciplines: [
        { ...wrong, id: "new", kind: "TO_CONFIRM" },
        { ...wrong, id: "old", kind: "ENDING", on: addDays(today, 9) },
        { ...wrong, id: "old", kind: "COMPLAINT_TO_SETTLE", complaintId: "late", on: addDays(today, -1), isLate: true },
        { ...wrong, id: "old", kind: "COMPLAINT_TO_CONFIRM", complaintId: "entered" },
      ],
      badges: [
        { awardOn: day("2027-02-03"), due: [1, 2] },
        { awardOn: day("2027-05-19"), due: [] },
      ],
      ratings: [{ period: "2026", dueOn: null, toRecord: 0, toConfirm: 4 }],
      deadlines: ["2026-q1"],
      caseDuties: [
        { kind: "TEAM_REQUEST", id: "request", inspectionId: "case", since: today },
        { kind: "ADDENDUM", id: "words", inspectionId: "case", since: today },
      ],
      rules: [{ id: "next", document: "HD 43-HD/BTCTW" }],
      visits: [{ ...here, meetingId: "meeting", heldOn: today }],
    });
    expect(new Set(found.map((line) => line.join(" ")))).toEqual(
      new Set([
        "TERM_TO_RENEW /branches/here false",
        "TERM_TO_RENEW /branches/here true",
        "REGULATION_MISSING /branches/here/working-regulations/new false",
        "REGULATION_MISSING /branches/here/working-regulations false",
        "TRANSFER_WAITING /transfers/move false",
        "CEREMONY_DUE /admissions/dossier true",
        "STATUS_ENDING /members/who false",
        "DISCIPLINE_TO_CONFIRM /disciplines/new/confirm false",
        "DISCIPLINE_ENDING /disciplines/old false",
        "COMPLAINT_TO_SETTLE /disciplines/complaints/late/settle true",
        "COMPLAINT_TO_CONFIRM /disciplines/complaints/entered/confirm false",
        "BADGES_DUE /badges?year=2027 false",
        "RATINGS_TO_CONFIRM /ratings/2026/confirm false",
        "TEAM_REQUEST_TO_DECIDE /inspections/case/team-requests/request false",
        "ADDENDUM_TO_DECIDE /inspections/case#decide-words false",
        "DEADLINES_TO_CONFIRM /ratings/2026-q1/deadlines false",
        "RULES_TO_CONFIRM /ratings/rules/revisions/next false",
        "VISIT_TO_REPORT /visits/new?branch=here&meeting=meeting false",
      ]),
    );
  });

  it("is what branches have to propose and what of ratings waits: late once the deadline is over", () => {
    const due = { ...here, period: "2026" as const };
    const waiting = { period: "2026" as const, toRecord: 2, toConfirm: 1 };
    expect(
      told({
        proposals: [
          { ...due, on: addDays(today, -1), owed: 3, can: { propose: true } },
          { ...due, on: today, owed: 0, can: { propose: true } },
          { ...due, on: today, owed: 3, can: { propose: false } },
          { ...due, on: today, owed: 0, can: { propose: false } },
        ],
        ratings: [
          { ...waiting, dueOn: addDays(today, -1) },
          { ...waiting, dueOn: today },
        ],
      }),
    ).toEqual([
      ["RATING_TO_PROPOSE", "/ratings/2026/meeting?branch=here", true],
      ["RATING_TO_PROPOSE", "/ratings/2026/propose?branch=here", false],
      ["RATING_TO_PROPOSE", "/ratings/2026?branch=here&state=toPropose", false],
      ["RATING_TO_PROPOSE", "/ratings/2026?tab=branches&branch=here", false],
      ["RATINGS_TO_RECORD", "/ratings/2026/record", true],
      ["RATINGS_TO_CONFIRM", "/ratings/2026/confirm", true],
      ["RATINGS_TO_RECORD", "/ratings/2026/record", false],
      ["RATINGS_TO_CONFIRM", "/ratings/2026/confirm", false],
    ]);
  });

  it("is the branch's own or waits for the committee, and only its own is counted of it", () => {
    const kinds = fc.constantFrom(...workKinds);
    const lines = fc.array(fc.record({ branchId: fc.constantFrom("a", "b", null), isLate: fc.boolean(), kind: kinds }));
    const [line] = linesOf({ statuses: [{ ...here, memberId: "who", name: "Lò", lastDay: today }] });
    if (!line) throw new Error("no line");
    fc.assert(
      fc.property(lines, (some) => {
        const all = some.map((one) => ({ ...line, ...one }));
        const counts = [...countByBranch(all).values()];
        const sum = (of: "open" | "late") => counts.reduce((total, one) => total + one[of], 0);
        const own = all.filter(isOfBranch);
        expect(sum("open")).toBe(own.length);
        expect(sum("late")).toBe(own.filter(({ isLate }) => isLate).length);
        expect(own.every(({ branchId }) => branchId !== null)).toBe(true);
      }),
    );
    expect(branchKinds).toContain("MINUTES_TO_SEND");
    expect(branchKinds).not.toContain("TASK_TO_ACCEPT");
  });
});

import { addDays, addMonths, addYears, type Day, day, dayOf, fullYearsBetween, type PartialDay } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import type { AddMemberInput } from "@/lib/features/members/schema";
import { type SampleBranch, sampleBranches } from "./commune";
import { inventPerson } from "./names";
import { type Random, randomFrom } from "./random";

/** A member of the sample: what is entered, what happened later, and the place in the branch's line for offices. */
export type SampleMember = {
  readonly branch: SampleBranch;
  readonly order: number;
  readonly input: Omit<AddMemberInput, "branchId">;
  readonly exemptFrom: Day | null;
  readonly departure: { lastDay: Day; reason: "DECEASED" | "MOVED_AWAY" } | null;
};

/** Admissions by year, one branch after the other; those of 2022 after 30 June are not rated that year. */
const admissions: readonly { on: string; branch: string }[] = [
  { on: "2020-05-19", branch: "naan" },
  { on: "2020-09-02", branch: "muongan" },
  { on: "2020-11-07", branch: "truonghoc" },
  { on: "2021-02-03", branch: "chienghin" },
  { on: "2021-03-26", branch: "nahieng" },
  { on: "2021-05-19", branch: "pulau" },
  { on: "2021-06-30", branch: "coquan" },
  { on: "2021-09-02", branch: "thin" },
  { on: "2021-11-07", branch: "chiengnua" },
  { on: "2021-12-22", branch: "truonghoc" },
  { on: "2022-02-03", branch: "tun" },
  { on: "2022-03-26", branch: "naan" },
  { on: "2022-05-19", branch: "congan" },
  { on: "2022-06-10", branch: "muongan" },
  { on: "2022-08-19", branch: "chienghin" },
  { on: "2022-09-02", branch: "naan" },
  { on: "2022-11-07", branch: "truonghoc" },
  { on: "2022-12-02", branch: "pulau" },
  { on: "2023-03-26", branch: "nahieng" },
  { on: "2023-05-19", branch: "chiengnua" },
  { on: "2023-06-20", branch: "coquan" },
  { on: "2023-09-02", branch: "tun" },
  { on: "2023-11-07", branch: "truonghoc" },
  { on: "2023-12-22", branch: "thin" },
  { on: "2024-05-19", branch: "naan" },
  { on: "2024-09-02", branch: "muongan" },
  { on: "2025-02-03", branch: "chienghin" },
  { on: "2025-09-02", branch: "pulau" },
  { on: "2026-03-26", branch: "truonghoc" },
  { on: "2026-09-02", branch: "naan" },
];

/** Departures: the one who stands that far from the end of the line of older members leaves the branch. */
const departures: readonly { branch: string; lastDay: string; reason: "DECEASED" | "MOVED_AWAY" }[] = [
  { branch: "chienghin", lastDay: "2020-10-12", reason: "DECEASED" },
  { branch: "truonghoc", lastDay: "2021-08-15", reason: "MOVED_AWAY" },
  { branch: "muongan", lastDay: "2022-04-09", reason: "DECEASED" },
  { branch: "congan", lastDay: "2022-05-31", reason: "MOVED_AWAY" },
  { branch: "nahieng", lastDay: "2023-07-21", reason: "DECEASED" },
  { branch: "tun", lastDay: "2024-01-30", reason: "DECEASED" },
  { branch: "truonghoc", lastDay: "2025-08-31", reason: "MOVED_AWAY" },
];

/** Old members exempt from work and meetings by the end of 2022: seven, one in each of these branches. */
const exemptions: readonly { branch: string; from: string }[] = [
  { branch: "chienghin", from: "2019-03-01" },
  { branch: "chiengnua", from: "2020-06-01" },
  { branch: "muongan", from: "2021-02-01" },
  { branch: "naan", from: "2018-04-01" },
  { branch: "nahieng", from: "2021-11-01" },
  { branch: "thin", from: "2020-01-01" },
  { branch: "tun", from: "2022-03-01" },
];

const REPORT_DAY = day("2022-12-31");
/** The sample says nothing of later days. */
const LAST_ENTRY = day("2026-11-01");

/** Everyone the sample names, branch by branch; the first of each branch is its secretary. */
export function inventMembers(): SampleMember[] {
  const random = randomFrom(20221231);
  const taken = new Set(["Đinh Văn Quân", "Ngần Văn Thiệp"]);
  return sampleBranches.flatMap((branch) => inventBranch(branch, random, taken));
}

function inventBranch(branch: SampleBranch, random: Random, taken: Set<string>): SampleMember[] {
  const young = admissions.filter((one) => one.branch === branch.key);
  const leaving = departures.filter((one) => one.branch === branch.key);
  const exempt = exemptions.filter((one) => one.branch === branch.key);
  const youngByReport = young.filter((one) => one.on <= REPORT_DAY).length;
  const leftByReport = leaving.filter((one) => one.lastDay < REPORT_DAY).length;
  const older = branch.size - youngByReport + leftByReport;

  const elders = Array.from({ length: older }, (_, order) => {
    const fromEnd = older - 1 - order;
    const departure = leaving[fromEnd];
    const exemption = exempt[fromEnd - leaving.length];
    const isElder = departure?.reason === "DECEASED" || exemption !== undefined;
    const admittedOn = admissionOfElder(random, order, isElder);
    return {
      branch,
      order,
      input: invent(branch, random, taken, admittedOn, { isElder, leads: order < 3 }),
      exemptFrom: exemption ? day(exemption.from) : null,
      departure: departure ? { lastDay: day(departure.lastDay), reason: departure.reason } : null,
    };
  });
  const juniors = young.map((one, index) => ({
    branch,
    order: older + index,
    input: invent(branch, random, taken, day(one.on), { isElder: false, leads: false }),
    exemptFrom: null,
    departure: null,
  }));
  return [...elders, ...juniors];
}

function admissionOfElder(random: Random, order: number, isElder: boolean): Day {
  const year = isElder
    ? random.between(1968, 1978)
    : order < 3
      ? random.between(1998, 2008)
      : random.between(1985, 2018);
  return realDay(year, random.between(1, 12), random.between(1, 28));
}

function realDay(year: number, month: number, date: number): Day {
  const found = dayOf(year, month, date);
  if (!found) throw new RangeError(`No such day: ${year}-${month}-${date}`);
  return found;
}

let lastNumber = 0;

function invent(
  branch: SampleBranch,
  random: Random,
  taken: Set<string>,
  admittedOn: Day,
  place: { isElder: boolean; leads: boolean },
): Omit<AddMemberInput, "branchId"> {
  const person = inventPerson(branch, random, taken);
  const born = addDays(addYears(admittedOn, -random.between(place.isElder ? 22 : 19, 29)), -random.between(9, 330));
  const birthOn: PartialDay = place.isElder && random.chance(40) ? partialDay(born.slice(0, 4)) : partialDay(born);
  const ceremonyOn = addMonths(admittedOn, 1);
  const officialOn = addYears(ceremonyOn, 1);
  const isOfficial = officialOn <= LAST_ENTRY;
  const hasCard = isOfficial && addMonths(officialOn, 2) <= LAST_ENTRY;
  lastNumber += 1;
  const serial = String(lastNumber).padStart(4, "0");
  const isStaff = branch.village === null;
  const home = branch.village ? `Bản ${branch.village}, xã Xuân Nha` : "Xã Xuân Nha";
  const age = fullYearsBetween(born, REPORT_DAY);
  const education =
    isStaff || age < 35
      ? "UPPER_SECONDARY"
      : place.leads
        ? random.pick(["LOWER_SECONDARY", "UPPER_SECONDARY"] as const)
        : schooling(random, place.isElder);
  return {
    fullName: person.fullName,
    otherName: null,
    sex: person.sex,
    birthOn,
    birthCountry: "Việt Nam",
    birthProvince: "Sơn La",
    birthPlace: home,
    homeCountry: "Việt Nam",
    homeProvince: "Sơn La",
    homePlace: home,
    admittedAt: branch.name,
    officialAt: isOfficial ? branch.name : null,
    firstIntroducer: null,
    secondIntroducer: null,
    youthUnionOn: place.isElder ? null : partialDay(addYears(born, 16).slice(0, 4)),
    recruitedOn: null,
    enlistedOn: null,
    dischargedOn: null,
    otherOrganizations: null,
    careerHistory: null,
    familyClass: "Nông dân",
    occupation: occupation(branch, random),
    education,
    qualification: isStaff
      ? random.pick(["INTERMEDIATE", "COLLEGE", "UNIVERSITY", "UNIVERSITY"] as const)
      : place.leads
        ? "INTERMEDIATE"
        : "NONE",
    vocationalTraining: null,
    profession: null,
    academicTitle: null,
    theoryLevel: isStaff
      ? random.pick(["ELEMENTARY", "INTERMEDIATE", "INTERMEDIATE"] as const)
      : place.leads
        ? "ELEMENTARY"
        : "NONE",
    foreignLanguages: null,
    informatics: null,
    trainingCourses: null,
    badges: null,
    honours: null,
    rewards: null,
    ethnicity: person.ethnicity,
    religion: "Không",
    phone: random.chance(80) || place.leads ? `0900 00${serial.slice(0, 1)} ${serial.slice(1)}` : null,
    permanentCountry: "Việt Nam",
    permanentProvince: "Sơn La",
    permanentResidence: home,
    temporaryResidence: null,
    health: null,
    invalidGrade: null,
    policyFamily: null,
    economicSituation: null,
    historicalNotes: null,
    foreignRelations: null,
    pastDiscipline: null,
    cardNumber: hasCard ? `99000000${serial}` : null,
    oldCardNumber: hasCard && admittedOn < day("2022-01-01") ? `9900${serial}` : null,
    cardIssuedBy: hasCard ? "Huyện ủy Vân Hồ" : null,
    cardIssuedOn: hasCard ? addMonths(officialOn, 2) : null,
    recordNumber: `99${serial}SL`,
    admittedOn,
    ceremonyOn,
    officialOn: isOfficial ? officialOn : null,
    officialDecidedOn: hasCard ? addMonths(officialOn, 1) : null,
    idNumber: `09900000${serial}`,
    oldIdNumber: null,
    startsOn: admittedOn,
    decisionNumber: null,
  };
}

function schooling(random: Random, isElder: boolean) {
  return isElder
    ? random.pick(["NONE", "PRIMARY", "PRIMARY"] as const)
    : random.pick(["PRIMARY", "LOWER_SECONDARY", "LOWER_SECONDARY", "UPPER_SECONDARY"] as const);
}

function occupation(branch: SampleBranch, random: Random): string {
  switch (branch.kind) {
    case "SCHOOL":
      return "Giáo viên";
    case "HEALTH":
      return "Nhân viên y tế";
    case "POLICE":
      return "Công an";
    case "AGENCY":
      return random.pick(["Cán bộ xã", "Công chức xã"]);
    default:
      return "Nông dân";
  }
}

import type { BranchKind } from "@/lib/core/db/generated/enums";

/** A branch of the sample, with how many members it has on 31/12/2022 and the account of its secretary. */
export type SampleBranch = {
  readonly key: string;
  readonly kind: BranchKind;
  readonly name: string;
  readonly village: string | null;
  readonly size: number;
  readonly people: "THAI" | "MUONG" | "MONG" | "MIXED";
};

/** The twelve branches: 232 members on 31/12/2022, Nà An with 25. Only Nà An's size is from the report; the rest is invented. */
export const sampleBranches: readonly SampleBranch[] = [
  { key: "chienghin", kind: "VILLAGE", name: "Chi bộ bản Chiềng Hin", village: "Chiềng Hin", size: 24, people: "THAI" },
  { key: "chiengnua", kind: "VILLAGE", name: "Chi bộ bản Chiềng Nưa", village: "Chiềng Nưa", size: 21, people: "THAI" },
  { key: "muongan", kind: "VILLAGE", name: "Chi bộ bản Mường An", village: "Mường An", size: 22, people: "MUONG" },
  { key: "naan", kind: "VILLAGE", name: "Chi bộ bản Nà An", village: "Nà An", size: 25, people: "THAI" },
  { key: "nahieng", kind: "VILLAGE", name: "Chi bộ bản Nà Hiềng", village: "Nà Hiềng", size: 20, people: "THAI" },
  { key: "pulau", kind: "VILLAGE", name: "Chi bộ bản Pù Lầu", village: "Pù Lầu", size: 18, people: "MONG" },
  { key: "thin", kind: "VILLAGE", name: "Chi bộ bản Thín", village: "Thín", size: 17, people: "MUONG" },
  { key: "tun", kind: "VILLAGE", name: "Chi bộ bản Tưn", village: "Tưn", size: 16, people: "THAI" },
  { key: "coquan", kind: "AGENCY", name: "Chi bộ Cơ quan xã", village: null, size: 27, people: "MIXED" },
  { key: "truonghoc", kind: "SCHOOL", name: "Chi bộ Trường học", village: null, size: 26, people: "MIXED" },
  { key: "tramyte", kind: "HEALTH", name: "Chi bộ Trạm Y tế", village: null, size: 7, people: "MIXED" },
  { key: "congan", kind: "POLICE", name: "Chi bộ Công an xã", village: null, size: 9, people: "MIXED" },
];

/** The committee's seats, filled in this order by members of the agency branch and secretaries of branches. */
export const committeeSeats = [
  { kind: "SECRETARY", from: "coquan", account: "bithu" },
  { kind: "DEPUTY", from: "coquan", account: "phobithu" },
  { kind: "STANDING_MEMBER", from: "coquan", account: "ubkt" },
  { kind: "STANDING_MEMBER", from: "coquan", account: null },
  { kind: "STANDING_MEMBER", from: "congan", account: null },
  { kind: "MEMBER", from: "coquan", account: null },
  { kind: "MEMBER", from: "coquan", account: null },
  { kind: "MEMBER", from: "coquan", account: null },
  { kind: "MEMBER", from: "coquan", account: null },
  { kind: "MEMBER", from: "truonghoc", account: null },
  { kind: "MEMBER", from: "truonghoc", account: null },
  { kind: "MEMBER", from: "tramyte", account: null },
] as const;

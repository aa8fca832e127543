/** The papers of a case in the order of its steps. */
export const casePapers = [
  "INSPECTION_DECISION",
  "INSPECTION_MINUTES",
  "INSPECTION_REPORT",
  "INSPECTION_NOTICE",
  "INSPECTION_HANDOVER",
] as const;
export type CasePaper = (typeof casePapers)[number];

/** What each is called in the address of its download, and in the name of its file. */
export const casePaperNames: Readonly<Record<CasePaper, string>> = {
  INSPECTION_DECISION: "quyet-dinh",
  INSPECTION_MINUTES: "bien-ban-lam-viec",
  INSPECTION_REPORT: "bao-cao",
  INSPECTION_NOTICE: "thong-bao-ket-luan",
  INSPECTION_HANDOVER: "bien-ban-ban-giao",
};

/** The paper of that name; null where there is none. */
export function casePaperNamed(name: string): CasePaper | null {
  return casePapers.find((kind) => casePaperNames[kind] === name) ?? null;
}

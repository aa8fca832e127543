import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on the steps of a membership and their papers. */
export const admissionsRows: readonly PolicyRow[] = [
  row("OFFICE", "voteSheet", "REGISTER", "read", "create"),
  row("LEADER", "voteSheet", "REGISTER", "read"),
  row("SECRETARY", "voteSheet", "OWN_BRANCH", "read", "create"),
  row("OFFICE", "dossier", "REGISTER", "read", "create", "update", "record"),
  row("LEADER", "dossier", "REGISTER", "read", "confirm"),
  row("SECRETARY", "dossier", "OWN_BRANCH", "read", "create", "update"),
  row("OFFICE", "transfer", "REGISTER", "read", "create", "update", "confirm"),
  row("LEADER", "transfer", "REGISTER", "read", "confirm"),
  row("SECRETARY", "transfer", "OWN_BRANCH", "read", "create", "update"),
  row("OFFICE", "documentTemplate", "REGISTER", "read", "create"),
  row("LEADER", "documentTemplate", "REGISTER", "read"),
  row("SECRETARY", "documentTemplate", "REGISTER", "read"),
];

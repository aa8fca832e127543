import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on inspections and on the yearly programmes of them. */
export const inspectionsRows: readonly PolicyRow[] = [
  row("OFFICE", "inspection", "REGISTER", "read", "create", "export"),
  row("LEADER", "inspection", "REGISTER", "read", "export"),
  row("INSPECTOR", "inspection", "REGISTER", "read", "create"),
  row("SECRETARY", "inspection", "OWN_BRANCH", "read"),
  row("ANYONE", "inspection", "SELF", "read"),
  row("INSPECTOR", "openInspection", "CASE", "read", "create", "update"),
  row("PARTY_SECRETARY", "openInspection", "CASE", "read"),
  row("INSPECTION_HEAD", "openInspection", "CASE", "read"),
  row("ANYONE", "openInspection", "CASE", "read"),
  row("OFFICE", "inspectionProgramme", "REGISTER", "read", "create", "update"),
  row("LEADER", "inspectionProgramme", "REGISTER", "read"),
  row("INSPECTOR", "inspectionProgramme", "REGISTER", "read"),
  row("SECRETARY", "inspectionProgramme", "OWN_BRANCH", "read"),
  row("OFFICE", "commissionProgramme", "REGISTER", "read", "create", "update"),
  row("LEADER", "commissionProgramme", "REGISTER", "read"),
  row("INSPECTOR", "commissionProgramme", "REGISTER", "read", "create", "update"),
  row("SECRETARY", "commissionProgramme", "OWN_BRANCH", "read"),
  row("OFFICE", "branchInspectionPlan", "REGISTER", "read", "create", "update"),
  row("LEADER", "branchInspectionPlan", "REGISTER", "read"),
  row("INSPECTOR", "branchInspectionPlan", "REGISTER", "read"),
  row("SECRETARY", "branchInspectionPlan", "OWN_BRANCH", "read", "create", "update"),
];

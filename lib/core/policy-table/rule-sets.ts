import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on rule sets, their next versions, which the office writes and a leader confirms, targets and published figures. */
export const ruleSetsRows: readonly PolicyRow[] = [
  row("OFFICE", "ruleSet", "REGISTER", "read", "create"),
  row("LEADER", "ruleSet", "REGISTER", "read"),
  row("INSPECTOR", "ruleSet", "REGISTER", "read"),
  row("SECRETARY", "ruleSet", "REGISTER", "read"),
  row("IN_CHARGE", "ruleSet", "REGISTER", "read"),
  row("ANYONE", "ruleSet", "SELF", "read"),
  row("OFFICE", "ruleRevision", "REGISTER", "read", "create", "update"),
  row("LEADER", "ruleRevision", "REGISTER", "read", "confirm"),
  row("OFFICE", "target", "REGISTER", "read", "create", "update"),
  row("LEADER", "target", "REGISTER", "read"),
  row("INSPECTOR", "target", "REGISTER", "read"),
  row("SECRETARY", "target", "REGISTER", "read"),
  row("IN_CHARGE", "target", "REGISTER", "read"),
  row("OFFICE", "publishedFigures", "REGISTER", "read"),
  row("LEADER", "publishedFigures", "REGISTER", "read"),
  row("INSPECTOR", "publishedFigures", "REGISTER", "read"),
  row("SECRETARY", "publishedFigures", "REGISTER", "read"),
  row("IN_CHARGE", "publishedFigures", "REGISTER", "read"),
];

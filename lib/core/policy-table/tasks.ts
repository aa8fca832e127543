import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/**
 * Rights on what branches and their members are to do. A branch's own tasks are given and closed by the branch, or by the office for
 * it; the committee's by office and leadership. That a task is done is for the branch to say, whoever gave it. SELF are the tasks
 * that a person is to do. What the conclusion of a case asks for is the committee's, and of the inspectors of that case too.
 */
export const tasksRows: readonly PolicyRow[] = [
  row("OFFICE", "task", "REGISTER", "read", "create", "update"),
  row("LEADER", "task", "REGISTER", "read"),
  row("SECRETARY", "task", "OWN_BRANCH", "read", "create", "update"),
  row("IN_CHARGE", "task", "ASSIGNED_BRANCH", "read"),
  row("ANYONE", "task", "SELF", "read"),
  row("OFFICE", "committeeTask", "REGISTER", "create", "update"),
  row("LEADER", "committeeTask", "REGISTER", "create", "update"),
  row("INSPECTOR", "inspectionTask", "CASE", "read", "create", "update"),
];

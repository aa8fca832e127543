import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/**
 * Rights on meetings of branches and their minutes, and on those of the committee's own bodies: SELF are the meetings of a body in
 * which the person sat on their day.
 */
export const meetingsRows: readonly PolicyRow[] = [
  row("OFFICE", "meeting", "REGISTER", "read", "create", "update"),
  row("LEADER", "meeting", "REGISTER", "read"),
  row("SECRETARY", "meeting", "OWN_BRANCH", "read", "create", "update"),
  row("IN_CHARGE", "meeting", "ASSIGNED_BRANCH", "read"),
  row("OFFICE", "bodyMeeting", "REGISTER", "read", "create", "update"),
  row("LEADER", "bodyMeeting", "REGISTER", "read"),
  row("ANYONE", "bodyMeeting", "SELF", "read"),
  row("OFFICE", "meetingDay", "REGISTER", "read", "create", "update"),
  row("LEADER", "meetingDay", "REGISTER", "read"),
  row("SECRETARY", "meetingDay", "OWN_BRANCH", "read", "create", "update"),
  row("IN_CHARGE", "meetingDay", "ASSIGNED_BRANCH", "read"),
  row("OFFICE", "meetingScore", "REGISTER", "read", "create", "update"),
  row("LEADER", "meetingScore", "REGISTER", "read", "confirm"),
  row("SECRETARY", "meetingScore", "OWN_BRANCH", "read", "create", "update"),
  row("IN_CHARGE", "meetingScore", "ASSIGNED_BRANCH", "read"),
];

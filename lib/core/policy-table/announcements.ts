import { type PolicyRow, row } from "@/lib/core/policy-table/row";

/** Rights on what the committee tells the branches and on what they say about it. To update a comment is to hide it. */
export const announcementsRows: readonly PolicyRow[] = [
  row("OFFICE", "announcement", "REGISTER", "read", "create", "update"),
  row("LEADER", "announcement", "REGISTER", "read", "create", "update"),
  row("SECRETARY", "announcement", "OWN_BRANCH", "read"),
  row("IN_CHARGE", "announcement", "ASSIGNED_BRANCH", "read"),
  row("OFFICE", "announcementComment", "REGISTER", "read", "create", "update"),
  row("LEADER", "announcementComment", "REGISTER", "read", "create"),
  row("SECRETARY", "announcementComment", "OWN_BRANCH", "read", "create"),
  row("IN_CHARGE", "announcementComment", "ASSIGNED_BRANCH", "read", "create"),
];

import type { YearFigures } from "@/lib/features/dashboard/schema";

/** Something to enter before the register can say anything, and whether it is there already. */
export type FirstStep = {
  readonly key: "name" | "branches" | "members" | "term";
  readonly href: string;
  readonly done: boolean;
};

/** What a new register needs, in order, for who may enter it; nothing once there are members. */
export function firstSteps(
  { body, assignments, members }: Pick<YearFigures, "body" | "assignments" | "members">,
  reader: { readonly mayFill: boolean },
): FirstStep[] {
  if (!reader.mayFill || members.total > 0) return [];
  return [
    { key: "name", href: "/committee/names/new", done: body !== null },
    { key: "branches", href: "/branches/new", done: assignments.branches > 0 },
    { key: "members", href: "/members/new", done: false },
    { key: "term", href: "/committee/terms/new", done: false },
  ];
}

import type { Day } from "@/lib/core/day";
import type { RatingLevel } from "@/lib/core/db/generated/enums";
import { type Share, shareOf } from "@/lib/core/share";
import { branchMembersRatingsAddress, membersAddress } from "@/lib/features/dashboard/rules/addresses";
import type { BranchFigures } from "@/lib/features/dashboard/schema";

/** One branch by itself: its members, their ratings and its own. */
export type BranchBlock = {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly membersHref: string | null;
  readonly rated: { readonly share: Share; readonly href: string } | null;
  readonly level: RatingLevel | null;
};

/** A branch with the lists behind its numbers; without the list of members where that holds today's members only. */
export function branchBlock(
  branch: BranchFigures,
  { year, on, opensMembers }: { readonly year: number; readonly on: Day; readonly opensMembers: boolean },
): BranchBlock {
  const { id, name, members, rated, goodOrBetter, level } = branch;
  const href = branchMembersRatingsAddress(year, id, "GOOD_OR_BETTER");
  return {
    id,
    name,
    members,
    membersHref: opensMembers ? membersAddress(on, { branch: id }) : null,
    rated: rated === 0 ? null : { share: shareOf(goodOrBetter, rated), href },
    level,
  };
}

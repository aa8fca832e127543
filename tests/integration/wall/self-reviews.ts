import { day } from "@/lib/core/day";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { ownerRows } from "../../support/register";
import type { RatedRegister } from "../ratings/round";
import { collective, drafted, handedIn } from "../self-reviews/review";

/** Reviews of a year without votes: of members, branches and the committee, drafts and handed in, own and on behalf. */
export async function addSelfReviews({ system, actors, members, branchId, otherBranchId }: RatedRegister) {
  const { id } = await openRatingRound(system, { year: 2023, reckoningOn: day("2023-12-31") });
  const { office, secretary, ordinary } = actors;
  await drafted(secretary, id, { memberId: members.secretary });
  await handedIn(secretary, id, { memberId: members.woman });
  await drafted(ordinary, id, { memberId: members.other });
  await handedIn(office, id, { memberId: members.otherSecretary });
  await drafted(secretary, id, collective(branchId));
  await handedIn(office, id, collective(otherBranchId));
  await handedIn(office, id, collective(null));
}

/** That year's round. */
export async function roundWithoutVotes({ committeeId }: RatedRegister): Promise<string> {
  const [round] = await ownerRows<{ id: string }>(
    `SELECT id FROM "RatingRound" WHERE "committeeId" = $1 AND year = 2023`,
    [committeeId],
  );
  return round?.id ?? "";
}

import { opined, withdrawn } from "../rating-opinions/opinion";
import type { RatedRegister } from "../ratings/round";
import { roundWithoutVotes } from "./self-reviews";

/** Opinions of a year without votes: on members, branches and the committee, of each hand, standing and withdrawn. */
export async function addRatingOpinions(register: RatedRegister) {
  const { actors, members, branchId, otherBranchId } = register;
  const { office, leader, secretary, otherSecretary, inCharge } = actors;
  const roundId = await roundWithoutVotes(register);
  await opined(office, roundId, { memberId: members.secretary });
  await opined(secretary, roundId, { memberId: members.woman });
  await withdrawn(secretary, await opined(secretary, roundId, { memberId: members.woman }));
  await opined(leader, roundId, { memberId: members.other, giver: "IN_CHARGE" });
  await opined(otherSecretary, roundId, { memberId: members.other, giver: "MASS_ORGANIZATION" });
  await opined(inCharge, roundId, { memberId: members.woman, giver: "IN_CHARGE" });
  await opined(inCharge, roundId, { branchId, giver: "IN_CHARGE" });
  await opined(otherSecretary, roundId, { branchId: otherBranchId });
  await opined(leader, roundId, { giver: "SUPERIOR" });
}

import { z } from "zod";
import { count, fraction, parameter } from "@/lib/features/rule-sets/schema";

/**
 * What is required of who holds a post: the level of political theory of committee members, whether branch committees need the
 * course for them, and the schooling of a secretary who heads the village.
 */
export const trainingParameters = z.strictObject({
  committeeTheory: parameter(z.enum(["ELEMENTARY", "INTERMEDIATE", "ADVANCED"])),
  branchCourse: parameter(z.boolean()),
  headSchooling: parameter(z.enum(["PRIMARY", "LOWER_SECONDARY"])),
});
export type TrainingParameters = z.infer<typeof trainingParameters>;

/**
 * Planning for the next term: from and to how many times the posts people are planned, how many for one post and how many posts
 * for one person at most, and the least shares of women and of those younger than so many years.
 */
export const planningParameters = z.strictObject({
  sizeFrom: parameter(fraction),
  sizeTo: parameter(fraction),
  peoplePerPost: parameter(count),
  postsPerPerson: parameter(count),
  women: parameter(fraction),
  young: parameter(fraction),
  youngUnder: parameter(count),
});
export type PlanningParameters = z.infer<typeof planningParameters>;

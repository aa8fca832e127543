import { inferred } from "@/lib/features/rule-sets/catalogue/sources";
import type { RetentionParameters } from "@/lib/features/rule-sets/schema";

/** The law on personal data asks that nothing be kept longer than it is needed, and names no period; these are defaults of ours. */
export const retention2026: RetentionParameters = {
  formerMemberMonths: inferred(120, null),
  importMonths: inferred(12, null),
  accessMonths: inferred(12, null),
};

import { confirmed, inferred, singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";
import type { MembershipParameters } from "@/lib/features/rule-sets/schema";

const HD_12 = "HD 12-HD/BTCTW";
const HD_38 = "HD 38-HD/BTCTW";

const admission: MembershipParameters["admissionPapers"]["value"] = [
  "APPLICATION",
  "LIFE_RECORD",
  "INTRODUCTION",
  "UNION_RESOLUTION",
  "RESIDENCE_COMMENTS",
  "VERIFICATION",
  "AWARENESS_CERTIFICATE",
];
const recognition: MembershipParameters["recognitionPapers"]["value"] = [
  "NEW_MEMBER_CERTIFICATE",
  "SELF_REVIEW",
  "HELPER_COMMENTS",
  "COLLECTED_COMMENTS",
];

/** HD 12-HD/BTCTW 2022: what a dossier holds is known for its successor only. */
export const membership2022: MembershipParameters = {
  admissionPapers: unconfirmed(admission, HD_12),
  recognitionPapers: unconfirmed(recognition, HD_12),
  exemptionPapers: inferred(["REQUEST"], null),
  removalPapers: inferred(["BRANCH_REPORT"], null),
  resignationPapers: inferred(["REQUEST"], null),
  expulsionPapers: inferred(["CONCLUSION"], null),
  deathPapers: unconfirmed(["DEATH_REPORT"], null),
  transferPapers: unconfirmed(["MEMBER_FORM", "CARD", "MEMBER_FILE", "SELF_REVIEW"], null),
  cardDigits: confirmed(8, null),
};

/** HD 38-HD/BTCTW 2025. */
export const membership2025: MembershipParameters = {
  ...membership2022,
  admissionPapers: singleSource(admission, HD_38),
  recognitionPapers: singleSource(recognition, HD_38),
  transferPapers: singleSource(["MEMBER_FORM", "CARD", "MEMBER_FILE", "SELF_REVIEW"], null),
  cardDigits: confirmed(12, HD_38),
};

import { useTranslations } from "next-intl";
import type { PlannedPost } from "@/lib/core/db/generated/enums";

/** The word for a post that people are planned for; a branch's post is called by its branch where one is known. */
export function usePlannedPostWord() {
  const t = useTranslations("training.planning");
  return ({ post, place }: { post: PlannedPost; place: string | null }): string => {
    if (post !== "BRANCH_LEADER") return t(`posts.${post}`);
    return place === null ? t("anyBranchPost") : t("branchPost", { place });
  };
}

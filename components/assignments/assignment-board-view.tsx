import { useTranslations } from "next-intl";
import { AssignmentLists } from "@/components/assignments/assignment-lists";
import { AssignmentMatrix } from "@/components/assignments/assignment-matrix";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { EmptyState } from "@/components/ui/states";
import type { AssignmentBoard } from "@/lib/features/assignments/queries/assignments";

/** Who is in charge of what: vacancies in words, then the matrix where there is room and the right, else the lists. */
export function AssignmentBoardView({ board }: { board: AssignmentBoard }) {
  const t = useTranslations("assignments");
  const vacant = board.branches.filter((branch) => !branch.hasMain);
  if (board.branches.length === 0) {
    return (
      <EmptyState title={t("noBranches")} explain={t("noBranchesExplain")}>
        <ButtonLink href="/branches">{t("toBranches")}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="print:hidden">
        {vacant.length > 0 ? (
          <Notice tone="warn" title={t("vacant", { count: vacant.length })}>
            {vacant.map((branch) => branch.name).join(", ")}
          </Notice>
        ) : (
          <Notice tone="ok">
            {t("filled", { withMain: board.branchesWithMain, branches: board.branches.length })}
          </Notice>
        )}
      </div>
      {board.reach === "BRANCHES" ? (
        <AssignmentLists board={board} />
      ) : (
        <>
          <div className="hidden md:block print:block">
            <AssignmentMatrix board={board} />
          </div>
          <div className="md:hidden print:hidden">
            <AssignmentLists board={board} />
          </div>
        </>
      )}
    </>
  );
}

import { BranchHistory } from "@/components/organization/branch-history";
import { BranchMembers } from "@/components/organization/branch-members";
import { BranchOfficers } from "@/components/organization/branch-officers";
import type { BranchTab } from "@/components/organization/branch-record-page";
import { BranchInspections, BranchRatings } from "@/components/organization/branch-results";
import { BranchTerms } from "@/components/organization/branch-terms";
import type { Actor } from "@/lib/core/actor";
import { onPage } from "@/lib/core/page";
import { listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import type { BranchView } from "@/lib/features/organization/queries/branch";
import { getBranchRecord } from "@/lib/features/organization/queries/branch-record";
import { listBranchInspections, listBranchRatings } from "@/lib/features/organization/queries/branch-results";
import { findBranchTerms } from "@/lib/features/organization/queries/branch-terms";

type BranchTabContentProps = { actor: Actor; branch: BranchView; tab: BranchTab };

/** Reads and draws the one view of the branch that was asked for. */
export async function BranchTabContent({ actor, branch, tab }: BranchTabContentProps) {
  switch (tab) {
    case "members": {
      const filters = memberListInput.parse({ branch: branch.id });
      const found = await onPage(listMembers(actor, filters, branch.on, { page: 1, size: null }));
      return <BranchMembers branch={branch} found={found} isToday={branch.on === actor.today} />;
    }
    case "ratings":
      return <BranchRatings years={await onPage(listBranchRatings(actor, branch.id))} />;
    case "inspections":
      return <BranchInspections inspections={await onPage(listBranchInspections(actor, branch.id))} />;
    case "officers": {
      const [record, terms] = await Promise.all([
        onPage(getBranchRecord(actor, branch.id)),
        onPage(findBranchTerms(actor, branch.id, branch.on)),
      ]);
      return (
        <>
          {terms && <BranchTerms branchId={branch.id} found={terms} />}
          <BranchOfficers branch={branch} record={record} />
        </>
      );
    }
    case "history":
      return <BranchHistory branch={branch} record={await onPage(getBranchRecord(actor, branch.id))} />;
  }
}

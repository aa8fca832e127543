import { useTranslations } from "next-intl";
import { HeldTable } from "@/components/organization/held-table";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { BranchView } from "@/lib/features/organization/queries/branch";
import type { BranchRecord } from "@/lib/features/organization/queries/branch-record";

/** Who leads the branch, heads its villages and is in charge of it, now and before. */
export function BranchOfficers({ branch, record }: { branch: BranchView; record: BranchRecord }) {
  const t = useTranslations("organization");
  const base = `/branches/${branch.id}`;
  const edits = record.can.editOffices;
  const secretary = branch.officers.find((officer) => officer.kind === "SECRETARY");
  const isConcurrent = branch.villages.some((village) => village.heads.some((head) => head.id === secretary?.id));
  return (
    <>
      <Card
        title={t("officers.title")}
        actions={edits && <ButtonLink href={`${base}/officers/new`}>{t("officers.appoint")}</ButtonLink>}
      >
        {record.offices.length === 0 ? (
          <p>{t("officers.none")}</p>
        ) : (
          <HeldTable
            caption={<span className="sr-only">{t("officers.holders")}</span>}
            kindHeader={t("officers.office")}
            rows={record.offices}
            wordOf={(kind) => t(`offices.${kind}`)}
            endHref={edits ? (id) => `${base}/officers/${id}/end` : null}
          />
        )}
      </Card>
      <Card
        title={t("officers.villages")}
        actions={
          edits &&
          branch.villages.length > 0 && (
            <ButtonLink href={`${base}/village-head`}>{t("officers.recordHead")}</ButtonLink>
          )
        }
      >
        {record.villages.length === 0 && <p>{t("officers.noVillages")}</p>}
        {isConcurrent && (
          <p className="mb-3">
            <Tag tone="ok">{t("officers.concurrent")}</Tag>
          </p>
        )}
        <div className="grid gap-4">
          {record.villages.map((village) => (
            <div key={village.id}>
              {village.heads.length === 0 ? (
                <p>
                  {village.name}: {t("officers.noHead")}
                </p>
              ) : (
                <HeldTable
                  caption={village.name}
                  kindHeader={t("officers.office")}
                  rows={village.heads}
                  wordOf={(kind) => t(`offices.${kind}`)}
                  endHref={edits ? (id) => `${base}/village-head/${id}/end` : null}
                />
              )}
            </div>
          ))}
        </div>
      </Card>
      <Card title={t("officers.assignments")}>
        {record.assignments.length === 0 ? (
          <p>{t("officers.noAssignments")}</p>
        ) : (
          <HeldTable
            caption={<span className="sr-only">{t("officers.assigned")}</span>}
            kindHeader={t("officers.part")}
            rows={record.assignments}
            wordOf={(kind) => t(`officers.${kind}`)}
            endHref={null}
          />
        )}
      </Card>
    </>
  );
}

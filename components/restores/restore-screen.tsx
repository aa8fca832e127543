import { useTranslations } from "next-intl";
import { RestoreFacts } from "@/components/restores/restore-facts";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import { acceptRestoreAction } from "@/lib/features/restores/actions";
import type { RestoreList, RestoreView } from "@/lib/features/restores/queries/list-restores";

type RestoreScreenProps = {
  pending: NonNullable<RestoreList["pending"]>;
  mayAccept: boolean;
  administers: boolean;
  wordOf: (type: string) => string;
};

/** The restored state that waits: where it comes from, what it holds, and the form of who may accept it. */
export function RestoreScreen({ pending, mayAccept, administers, wordOf }: RestoreScreenProps) {
  const t = useTranslations("restores");
  return (
    <div className="grid grid-cols-1 gap-4">
      <Origin restore={pending} />
      {pending.facts && <RestoreFacts facts={pending.facts} wordOf={wordOf} />}
      {administers && <Notice tone="warn">{t("accept.administers")}</Notice>}
      {mayAccept && (
        <Card title={t("accept.title")}>
          <p className="prose-line mb-3">{t("accept.explain")}</p>
          <FormFrame action={acceptRestoreAction} version={pending.version}>
            <input type="hidden" name="id" value={pending.id} />
            <Checkbox name="seen" value="on" label={t("accept.seen")} />
            <SubmitButton>{t("accept.submit")}</SubmitButton>
          </FormFrame>
        </Card>
      )}
      {!mayAccept && !administers && <Notice>{t("pending.wait")}</Notice>}
    </div>
  );
}

function Origin({ restore }: { restore: RestoreView }) {
  const t = useTranslations("restores");
  const format = useFormat();
  const { takenAt, restoredAt, restoredBy, kind, reason, keptAs } = restore;
  return (
    <Card title={t("pending.title")}>
      <DescriptionList
        facts={[
          { term: t("pending.takenAt"), value: format.moment(takenAt) },
          { term: t("pending.restoredAt"), value: format.moment(restoredAt) },
          { term: t("pending.restoredBy"), value: restoredBy },
          { term: t("pending.kind"), value: t(`kinds.${kind}`) },
          { term: t("pending.keptAs"), value: keptAs ?? t("pending.nothingBefore") },
          ...(reason ? [{ term: t("pending.reason"), value: reason }] : []),
        ]}
      />
    </Card>
  );
}

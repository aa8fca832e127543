import { useTranslations } from "next-intl";
import { ChangedTable, LeftOutTable } from "@/components/bulk-edits/member-tables";
import { useBulkWords } from "@/components/bulk-edits/use-bulk-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import { carryOutBulkEditAction, undoBulkEditAction } from "@/lib/features/bulk-edits/actions";
import type { BulkEditMember, BulkEditView } from "@/lib/features/bulk-edits/queries/get-bulk-edit";

/** A bulk edit: what it is going to do, or what it did; who is left out and why; and the act that can be done now. */
export function BulkEditScreen({ edit }: { edit: BulkEditView }) {
  const t = useTranslations("bulkEdits");
  const words = useBulkWords();
  const changing = edit.members.filter(({ outcome }) => ["CHANGE", "RESTORED", "KEPT"].includes(outcome));
  const leftOut = edit.members.filter((member) => !changing.includes(member));
  const what = { field: words.field(edit.field), value: words.value(edit.field, edit.value) };
  return (
    <div className="grid grid-cols-1 gap-5">
      {edit.state === "PREPARED" ? (
        <Prepared edit={edit} changing={changing} what={what} />
      ) : (
        <Finished edit={edit} changing={changing} what={what} />
      )}
      {changing.length > 0 && <ChangedTable edit={edit} members={changing} />}
      {leftOut.length > 0 && <LeftOutTable members={leftOut} />}
      {edit.hidden > 0 && <Notice>{t("table.hidden", { count: edit.hidden })}</Notice>}
    </div>
  );
}

type PartProps = {
  edit: BulkEditView;
  changing: readonly BulkEditMember[];
  what: { readonly field: string; readonly value: string };
};

function Prepared({ edit, changing, what }: PartProps) {
  const t = useTranslations("bulkEdits.check");
  const changed = changing.filter(({ isChangedSince }) => isChangedSince);
  return (
    <>
      <p className="prose-line">{t("lead", { count: changing.length, ...what })}</p>
      {changed.length > 0 && <Notice tone="warn">{t("changed", namesOf(changed))}</Notice>}
      {edit.can.carryOut ? (
        <FormFrame id="carry-out" action={carryOutBulkEditAction} version={edit.version}>
          <input type="hidden" name="id" value={edit.id} />
          <Actions>
            <SubmitButton>{t("confirm", { count: changing.length })}</SubmitButton>
            <ButtonLink href="/members">{t("cancel")}</ButtonLink>
          </Actions>
        </FormFrame>
      ) : (
        <Notice tone="warn">{t("over")}</Notice>
      )}
    </>
  );
}

function Finished({ edit, changing, what }: PartProps) {
  const t = useTranslations("bulkEdits");
  const format = useFormat();
  const restored = changing.filter(({ outcome }) => outcome === "RESTORED").length;
  const kept = changing.length - restored;
  return (
    <>
      {edit.state === "DONE" ? (
        <Notice tone="ok" title={t("result.done", { count: changing.length, ...what })} />
      ) : (
        <Notice tone="warn" title={t("result.undone", { restored, kept })} />
      )}
      <p className="text-ink-2">{t("result.by", { name: edit.editorName, at: format.moment(edit.preparedAt) })}</p>
      {edit.can.undo && <UndoForm edit={edit} changing={changing} />}
      {changing.length === 0 && edit.hidden === 0 && <p className="prose-line">{t("result.gone")}</p>}
    </>
  );
}

function UndoForm({ edit, changing }: Pick<PartProps, "edit" | "changing">) {
  const t = useTranslations("bulkEdits.undo");
  const format = useFormat();
  const since = changing.filter(({ isChangedSince }) => isChangedSince);
  const at = edit.undoEndsAt === null ? "" : format.moment(edit.undoEndsAt);
  const count = changing.length - since.length;
  if (count === 0) return <Notice>{t("nothing")}</Notice>;
  return (
    <Card title={t("title")}>
      <p className="prose-line mb-3">
        {since.length > 0 ? t("explain", { at, names: namesOf(since).names }) : t("explainAll", { at })}
      </p>
      <FormFrame id="undo" action={undoBulkEditAction} version={edit.version}>
        <input type="hidden" name="id" value={edit.id} />
        <SubmitButton tone="danger">{t("submit", { count })}</SubmitButton>
      </FormFrame>
    </Card>
  );
}

function namesOf(members: readonly BulkEditMember[]) {
  return { names: members.map(({ name }) => name).join(", "), count: members.length };
}

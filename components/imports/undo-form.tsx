import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/check-page";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { undoImportAction } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/queries/get-import";

/** What taking an import back would do, and the button that does it. */
export function UndoForm({ roster }: { roster: ImportView }) {
  const t = useTranslations("imports.undo");
  const format = useFormat();
  const rows = [
    { id: "file", label: t("file"), after: roster.fileName },
    { id: "added", label: t("added"), after: format.number(roster.counts.ADD) },
    { id: "updated", label: t("updated"), after: format.number(roster.counts.UPDATE) },
  ];
  return (
    <CheckPage rows={rows} lead={<p>{t("lead")}</p>}>
      <FormFrame action={undoImportAction} version={roster.version}>
        <input type="hidden" name="id" value={roster.id} />
        <TextInput name="reason" label={t("reason")} optional maxLength={500} autoComplete="off" />
        <Actions>
          <SubmitButton tone="danger">{t("confirm")}</SubmitButton>
          <ButtonLink href={`/imports/${roster.id}`}>{t("cancel")}</ButtonLink>
        </Actions>
      </FormFrame>
    </CheckPage>
  );
}

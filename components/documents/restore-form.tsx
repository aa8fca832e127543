import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Disclosure } from "@/components/ui/disclosure";
import type { Day } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import { restoreBuiltInAction } from "@/lib/features/documents/actions";

/** Goes back to the shipped template from a day on. */
export function RestoreForm({ kind, today }: { kind: DocumentKind; today: Day }) {
  const t = useTranslations("documents.detail");
  return (
    <Disclosure summary={t("restore")}>
      <p className="prose-line mb-3">{t("restoreLead")}</p>
      <FormFrame id="restore" action={restoreBuiltInAction}>
        <input type="hidden" name="kind" value={kind} />
        <DateInput name="startsOn" label={t("from")} defaultValue={useFormat().day(today)} />
        <Actions>
          <SubmitButton>{t("restoreSave")}</SubmitButton>
        </Actions>
      </FormFrame>
    </Disclosure>
  );
}

import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { Disclosure } from "@/components/ui/disclosure";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import type { Day } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import { restoreBuiltInAction } from "@/lib/features/documents/actions";
import { kindAddress } from "@/lib/features/documents/schema";

/** Sends a template to the route that counts its bytes and checks it; nothing is used before it is accepted. */
export function UploadTemplateForm({ kind, refused }: { kind: DocumentKind; refused: string | null }) {
  const t = useTranslations("documents.detail");
  const messages = refused === null ? [] : [{ key: "documents.upload", text: refused }];
  return (
    <Card title={t("upload")}>
      <p className="prose-line mb-3">{t("uploadLead")}</p>
      <form
        id="upload"
        action={`/api/uploads/templates/${kindAddress(kind)}`}
        method="post"
        encType="multipart/form-data"
        className="grid max-w-3xl gap-4"
      >
        <ErrorSummary
          formId="upload"
          title={t("refused")}
          lines={messages.map((message) => ({ field: "file", message }))}
        />
        <Field id="upload-file" label={t("choose")} hint={t("secrecy")} messages={messages}>
          <input
            id="upload-file"
            type="file"
            name="file"
            className="control control-full"
            accept=".docx"
            aria-describedby={refused === null ? "upload-file-hint" : "upload-file-hint upload-file-error"}
            aria-invalid={refused !== null || undefined}
          />
        </Field>
        <Actions>
          <Button type="submit" tone="primary">
            {t("send")}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

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

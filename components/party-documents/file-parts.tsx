import { useTranslations } from "next-intl";
import { SecrecyNotice } from "@/components/party-documents/document-forms";
import { Actions, Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { FileFacts } from "@/lib/features/party-documents/queries/list-files";

type FilesCardProps = {
  documentId: string;
  files: readonly (readonly FileFacts[])[];
  canAttach: "YES" | "NO";
};

/** The files of a paper with their sizes; older versions stand below the newest. */
export function FilesCard({ documentId, files, canAttach }: FilesCardProps) {
  const t = useTranslations("partyDocuments.files");
  const upload = `/party-documents/${documentId}/files`;
  return (
    <Card title={t("title")} actions={canAttach === "YES" && <ButtonLink href={upload}>{t("add")}</ButtonLink>}>
      {files.length === 0 && <p>{t("none")}</p>}
      <ul className="grid gap-4">
        {files.map((versions) => {
          const [newest, ...older] = versions;
          return (
            newest && (
              <li key={newest.id} className="grid gap-1">
                <FileLine file={newest} />
                {canAttach === "YES" && (
                  <p className="screen-only">
                    <ButtonLink href={addressOf(upload, { replaces: newest.id })}>{t("replace")}</ButtonLink>
                  </p>
                )}
                {older.length > 0 && (
                  <>
                    <p>{t("older", { count: older.length })}</p>
                    <ul className="grid gap-1">
                      {older.map((file) => (
                        <li key={file.id}>
                          <FileLine file={file} />
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </li>
            )
          );
        })}
      </ul>
    </Card>
  );
}

function FileLine({ file: { id, fileName, size, recordedBy, recordedAt } }: { file: FileFacts }) {
  const t = useTranslations("partyDocuments.files");
  const format = useFormat();
  return (
    <p>
      <a href={`/api/export/party-document-files/${id}`} download>
        {t("download", { name: fileName, size: t(`sizes.${size.unit}`, { amount: format.number(size.amount) }) })}
      </a>
      <span className="field-hint block">{t("kept", { at: format.moment(recordedAt), by: recordedBy })}</span>
    </p>
  );
}

type UploadFormProps = { documentId: string; replacesId: string | null; refused: string | null };

/** Sends a file to the route that counts its bytes and judges it by its content. */
export function UploadFileForm({ documentId, replacesId, refused }: UploadFormProps) {
  const t = useTranslations("partyDocuments.files");
  const messages = refused === null ? [] : [{ key: "partyDocuments.upload", text: refused }];
  return (
    <>
      <SecrecyNotice />
      <form
        id="upload"
        action={addressOf(`/api/uploads/party-documents/${documentId}`, { replaces: replacesId })}
        method="post"
        encType="multipart/form-data"
        className="grid max-w-3xl gap-4"
      >
        <ErrorSummary
          formId="upload"
          title={t("refused")}
          lines={messages.map((message) => ({ field: "file", message }))}
        />
        <Field id="upload-file" label={t("choose")} hint={t("chooseHint")} messages={messages}>
          <input
            id="upload-file"
            type="file"
            name="file"
            className="control control-full"
            accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
            aria-describedby={refused === null ? "upload-file-hint" : "upload-file-hint upload-file-error"}
            aria-invalid={refused !== null || undefined}
          />
        </Field>
        <Actions>
          <Button type="submit" tone="primary">
            {t("send")}
          </Button>
          <ButtonLink href={`/party-documents/${documentId}`}>{t("cancel")}</ButtonLink>
        </Actions>
      </form>
    </>
  );
}

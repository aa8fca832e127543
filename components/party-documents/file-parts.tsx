import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { FileFacts } from "@/lib/features/party-documents/queries/list-files";

type FilesCardProps = {
  documentId: string;
  files: readonly (readonly FileFacts[])[];
  mayAttach: boolean;
};

/** The files of a paper with their sizes; older versions stand below the newest. */
export function FilesCard({ documentId, files, mayAttach }: FilesCardProps) {
  const t = useTranslations("partyDocuments.files");
  const upload = `/party-documents/${documentId}/files`;
  return (
    <Card title={t("title")} actions={mayAttach && <ButtonLink href={upload}>{t("add")}</ButtonLink>}>
      {files.length === 0 && <p>{t("none")}</p>}
      <ul className="grid gap-4">
        {files.map((versions) => {
          const [newest, ...older] = versions;
          return (
            newest && (
              <li key={newest.id} className="grid gap-1">
                <FileLine file={newest} />
                {mayAttach && (
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

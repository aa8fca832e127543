import { useTranslations } from "next-intl";
import { RestoreForm } from "@/components/documents/restore-form";
import { TemplateInForce } from "@/components/documents/template-table";
import { UploadForm, type UploadWording } from "@/components/shared/upload-form";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import type { Day } from "@/lib/core/day";
import { TEMPLATE_LIMITS } from "@/lib/core/files/template-reader/reading";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TagLine, TemplateView } from "@/lib/features/documents/queries/templates";
import { kindAddress } from "@/lib/features/documents/schema";

type TemplateScreenProps = { view: TemplateView; upload: UploadWording; today: Day };

/** One kind of document: its template in force, how to replace it, what it may ask for, and what it was before. */
export function TemplateScreen({ view, upload, today }: TemplateScreenProps) {
  const t = useTranslations("documents");
  const { kind, own, isConfirmed, can } = view;
  const file = `/api/export/templates/${kindAddress(kind)}`;
  return (
    <>
      <Card title={t("detail.now")}>
        <p className="mb-3">
          <TemplateInForce line={view} />
        </p>
        {!own && !isConfirmed && <p className="prose-line mb-3 text-ink-2">{t("page.unconfirmedExplain")}</p>}
        <Actions>
          <ButtonLink href={file} download>
            {t("detail.take")}
          </ButtonLink>
          {own && (
            <ButtonLink href={`${file}?version=0`} download>
              {t("detail.takeBuiltIn")}
            </ButtonLink>
          )}
        </Actions>
      </Card>
      <TagCard view={view} />
      {can.keep && (
        <Card title={t("upload.title")}>
          <p className="prose-line mb-3">{t("upload.lead")}</p>
          <UploadForm
            {...upload}
            action={`/api/uploads/templates/${kindAddress(kind)}`}
            accept=".docx"
            mostBytes={TEMPLATE_LIMITS.bytes}
          />
        </Card>
      )}
      <VersionCard view={view} file={file} />
      {can.restore && <RestoreForm kind={kind} today={today} />}
    </>
  );
}

function TagCard({ view: { fields, loops } }: { view: TemplateView }) {
  const t = useTranslations("documents.detail");
  const count = fields.length + loops.reduce((sum, loop) => sum + loop.fields.length, 0);
  return (
    <Disclosure summary={t("tags", { count })}>
      <p className="prose-line mb-2">{t("tagsExplain", { example: `{${fields[0]?.name ?? ""}}` })}</p>
      <TagList tags={fields} />
      {loops.map((loop) => (
        <div key={loop.code} className="mt-3">
          <p>{t("loop", { open: `{#${loop.name}}`, close: `{/${loop.name}}` })}</p>
          <TagList tags={loop.fields} />
        </div>
      ))}
    </Disclosure>
  );
}

function TagList({ tags }: { tags: readonly TagLine[] }) {
  const t = useTranslations("documents.tags");
  return (
    <ul className="list-disc pl-5 sm:columns-2 lg:columns-3">
      {tags.map(({ code, name }) => (
        <li key={code}>
          <span lang="vi">{`{${name}}`}</span>
          {t(code) !== name && `: ${t(code)}`}
        </li>
      ))}
    </ul>
  );
}

function VersionCard({ view: { versions }, file }: { view: TemplateView; file: string }) {
  const t = useTranslations("documents.detail");
  const format = useFormat();
  if (versions.length === 0) {
    return (
      <Card title={t("versions")}>
        <p>{t("none")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("versions")}>
      <Table
        caption={t("caption", { count: versions.length })}
        rows={versions}
        rowId={({ version }) => String(version)}
        columns={[
          {
            id: "file",
            header: t("file"),
            card: "title",
            cell: ({ fileName, version }) =>
              fileName ? (
                <a href={`${file}?version=${version}`} download>
                  {fileName}
                </a>
              ) : (
                t("backToBuiltIn")
              ),
          },
          { id: "version", header: t("version"), cell: ({ version }) => version, numeric: true },
          { id: "from", header: t("from"), cell: ({ startsOn }) => format.day(startsOn) },
          { id: "by", header: t("by"), cell: (one) => `${one.acceptedBy}, ${format.moment(one.acceptedAt)}` },
        ]}
      />
    </Card>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { CertaintyTag } from "@/components/rule-sets/certainty-tag";
import { CloseRevisionForm, RevisionStepForm } from "@/components/rule-sets/revision-forms";
import { RevisionStateTag } from "@/components/rule-sets/revision-list";
import { inWords } from "@/components/rule-sets/value-words";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { type AnyKeyTranslator, getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RevisionView } from "@/lib/features/rule-sets/queries/revisions";
import type { CitedParameter } from "@/lib/features/rule-sets/rules/revisions";

type Props = { revision: RevisionView };

/** What a next version is, which values it has otherwise than the one it follows, and the form of whoever has the next word. */
export function RevisionScreen({ revision }: Props) {
  const t = useTranslations("ruleSets.revision");
  const { state, note, can, isOwnSubmission } = revision;
  return (
    <>
      {note && <Notice>{t(state === "DISCARDED" ? "wasDiscarded" : "wasReturned", { reason: note })}</Notice>}
      <Facts revision={revision} />
      <Values revision={revision} />
      {can.submit && <RevisionStepForm revision={revision} by="submit" />}
      {can.confirm && <RevisionStepForm revision={revision} by="confirm" />}
      {state === "SUBMITTED" && !can.confirm && <Notice>{t(isOwnSubmission ? "ownSubmission" : "waits")}</Notice>}
      {can.sendBack && <CloseRevisionForm revision={revision} by={isOwnSubmission ? "takeBack" : "return"} />}
      {can.change && <CloseRevisionForm revision={revision} by="discard" />}
    </>
  );
}

function Facts({ revision }: Props) {
  const t = useTranslations("ruleSets.revision");
  const format = useFormat();
  const { id, followed, startsOn, reason, state, openedBy, submittedBy, submittedOn, closedBy, closedOn, can } =
    revision;
  const by = (name: string | null, on: typeof submittedOn) => name && on && t("by", { name, day: format.day(on) });
  return (
    <Card
      title={t("facts")}
      actions={can.change && <ButtonLink href={`/ratings/rules/revisions/${id}/edit`}>{t("edit")}</ButtonLink>}
    >
      <DescriptionList
        facts={[
          { term: t("state"), value: <RevisionStateTag state={state} /> },
          { term: t("startsOn"), value: format.day(startsOn) },
          {
            term: t("follows"),
            value: `${followed.document} (${format.period(followed.startsOn, followed.lastDay)})`,
          },
          { term: t("reason"), value: reason },
          { term: t("openedBy"), value: openedBy },
          { term: t("submittedBy"), value: by(submittedBy, submittedOn) },
          { term: t(state === "DISCARDED" ? "discardedBy" : "confirmedBy"), value: by(closedBy, closedOn) },
        ]}
      />
    </Card>
  );
}

async function Values({ revision: { id, document, lines, can } }: Props) {
  const [t, words] = await Promise.all([getTranslations("ruleSets"), getAnyKeyTranslator()]);
  const changed = lines.filter((line) => line.isChanged).length;
  const columns: Column<RevisionView["lines"][number]>[] = [
    {
      id: "what",
      header: t("parameter"),
      card: "title",
      cell: ({ after }) => words(`ruleSets.parameters.${after.name}`),
    },
    { id: "before", header: t("revision.before"), cell: ({ before }) => <Told of={before} words={words} /> },
    {
      id: "after",
      header: t("revision.after"),
      cell: ({ after, isChanged }) => (isChanged ? <Told of={after} words={words} /> : t("revision.same")),
    },
    {
      id: "isChanged",
      header: t("revision.change"),
      card: "status",
      cell: ({ isChanged }) => isChanged && <Tag tone="warn">{t("revision.isChanged")}</Tag>,
    },
    ...(can.change
      ? [
          {
            id: "do",
            header: t("revision.do"),
            cell: ({ after }: RevisionView["lines"][number]) => (
              <Link
                href={`/ratings/rules/revisions/${id}/parameters/${after.name}`}
                aria-label={t("revision.changeOf", { name: words(`ruleSets.parameters.${after.name}`) })}
                prefetch={false}
              >
                {t("revision.changeIt")}
              </Link>
            ),
          },
        ]
      : []),
  ];
  return (
    <Card title={t("revision.values", { count: changed })}>
      <Table caption={t("caption", { document })} columns={columns} rows={lines} rowId={({ after }) => after.name} />
    </Card>
  );
}

function Told({ of: { value, citation, certainty }, words }: { of: CitedParameter; words: AnyKeyTranslator }) {
  return (
    <span className="grid gap-1">
      <span>{inWords(value, words)}</span>
      {citation && <span className="field-hint">{citation}</span>}
      <span>
        <CertaintyTag certainty={certainty} />
      </span>
    </span>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { Notice } from "@/components/ui/notice";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { acceptTemplateAction } from "@/lib/features/documents/actions";
import type { TemplateCheckView } from "@/lib/features/documents/queries/templates";

type CheckScreenProps = { check: TemplateCheckView; today: Day; backHref: string };

/** What was found in a template that was sent in: every fault by its place, then what will be filled; and the way to accept it. */
export function CheckScreen({ check, today, backHref }: CheckScreenProps) {
  const t = useTranslations("documents.check");
  const { fileName, isFaultless, found, unknown, misplaced, faults } = check;
  const day = useFormat().day(today);
  return (
    <div className="grid grid-cols-1 gap-4">
      <p>{`${t("file")}: ${fileName}`}</p>
      <Notice tone={isFaultless ? "ok" : "err"}>{t(isFaultless ? "faultless" : "faulty")}</Notice>
      <Findings
        title={t("faults", { count: faults.length })}
        of={faults.map(({ kind, near }) => t(`kinds.${kind}`, { near }))}
      />
      <Findings
        title={t("unknown", { count: unknown.length })}
        of={unknown.map(braced)}
        explain={t("unknownExplain")}
      />
      <Findings
        title={t("misplaced", { count: misplaced.length })}
        of={misplaced.map(braced)}
        explain={t("misplacedExplain")}
      />
      <Findings title={t("found", { count: found.length })} of={found.map(braced)} />
      {isFaultless ? (
        <FormFrame action={acceptTemplateAction}>
          <input type="hidden" name="id" value={check.id} />
          <DateInput name="startsOn" label={t("startsOn")} defaultValue={day} />
          <Actions>
            <SubmitButton>{t("accept")}</SubmitButton>
            <ButtonLink href={backHref}>{t("again")}</ButtonLink>
          </Actions>
        </FormFrame>
      ) : (
        <Actions>
          <ButtonLink href={backHref} tone="primary">
            {t("again")}
          </ButtonLink>
        </Actions>
      )}
    </div>
  );
}

const braced = (tag: string) => `{${tag}}`;

function Findings({ title, of, explain }: { title: ReactNode; of: readonly string[]; explain?: string }) {
  if (of.length === 0) return null;
  return (
    <Card title={title}>
      {explain && <p className="prose-line mb-2">{explain}</p>}
      <ul className="list-disc pl-5 sm:columns-2" lang="vi">
        {of.map((text, place) => (
          <li key={`${place} ${text}`}>{text}</li>
        ))}
      </ul>
    </Card>
  );
}

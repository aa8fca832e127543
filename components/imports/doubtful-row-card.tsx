import { useTranslations } from "next-intl";
import { useValueWords } from "@/components/imports/use-value-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { ScrollBox } from "@/components/ui/scroll-box";
import { Tag } from "@/components/ui/tag";
import { decideRowAction } from "@/lib/features/imports/actions";
import type { DoubtfulRow } from "@/lib/features/imports/queries/list-doubtful-rows";

type DoubtfulRowCardProps = { importId: string; row: DoubtfulRow; mayAdd: boolean };

/** A row of the file beside the members it may be, and the decision about it. */
export function DoubtfulRowCard({ importId, row, mayAdd }: DoubtfulRowCardProps) {
  const t = useTranslations("imports");
  const words = useValueWords();
  const captionId = `row-${row.line}`;
  const choices = [
    ...row.rivals.map((rival) => ({
      value: `SAME_PERSON:${rival.id}`,
      label: t("duplicates.same", { name: rival.name }),
    })),
    ...(mayAdd ? [{ value: "NEW_PERSON", label: t("duplicates.new") }] : []),
    { value: "SKIP", label: t("duplicates.skip") },
  ];
  return (
    <section className="card grid gap-3" aria-labelledby={captionId}>
      <ScrollBox labelledBy={captionId}>
        <table className="table">
          <caption id={captionId}>{row.name}</caption>
          <thead>
            <tr>
              <th scope="col">{t("duplicates.field")}</th>
              <th scope="col">{t("duplicates.file", { line: row.line })}</th>
              {row.rivals.map((rival) => (
                <th key={rival.id} scope="col">
                  {t("duplicates.register")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row.fields.map(({ field, file, register }) => (
              <tr key={field}>
                <th scope="row">{t(`fields.${field}`)}</th>
                <td>{words(file)}</td>
                {register.map(({ value, differs }, place) => (
                  <td key={row.rivals[place]?.id}>
                    {words(value)} {differs && <Tag tone="warn">{t("duplicates.differs")}</Tag>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <FormFrame id={`decide-${row.line}`} action={decideRowAction}>
        <input type="hidden" name="id" value={importId} />
        <input type="hidden" name="line" value={row.line} />
        <RadioGroup name="choice" label={t("duplicates.choice", { line: row.line })} choices={choices} />
        <Actions>
          <SubmitButton tone="secondary">{t("duplicates.submit")}</SubmitButton>
        </Actions>
      </FormFrame>
    </section>
  );
}

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { RuleUse } from "@/components/rule-sets/rule-use";
import { DescriptionList } from "@/components/ui/description-list";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { SheetView } from "@/lib/features/votes/queries/sheets";

/** A vote with everything it was counted against: who has a vote, who was counted out and why, and the threshold. */
export function SheetFacts({ sheet, rule }: { sheet: SheetView; rule: ComponentProps<typeof RuleUse>["rule"] }) {
  const t = useTranslations("votes");
  const format = useFormat();
  const { entitled, base, present, yes, no, blank, needed, comparison, numerator, denominator } = sheet;
  const threshold = t(`threshold.${comparison}`, { numerator, denominator });
  const countedOut = sheet.countedOut.map(({ name, reason }) =>
    t("sheet.person", { name, reason: t(`countedOut.${reason}`) }),
  );
  return (
    <>
      <DescriptionList
        facts={[
          {
            term: t("sheet.result"),
            value: (
              <>
                <Tag tone={sheet.isPassed ? "ok" : "warn"}>{t(sheet.isPassed ? "sheet.passed" : "sheet.failed")}</Tag>{" "}
                {format.share(yes, base)}, {t("sheet.needed", { needed, base, threshold })}
              </>
            ),
          },
          { term: t("form.heldOn"), value: format.day(sheet.heldOn) },
          { term: t("form.method"), value: t(`method.${sheet.method}`) },
          { term: t(sheet.body === "BRANCH" ? "sheet.entitled" : "sheet.seats"), value: String(entitled) },
          ...(sheet.body === "BRANCH"
            ? [
                {
                  term: t("sheet.countedOut"),
                  value: countedOut.length > 0 ? <NameList names={countedOut} /> : t("sheet.none"),
                },
                { term: t("sheet.base"), value: String(base) },
              ]
            : []),
          { term: t("sheet.present"), value: String(present) },
          { term: t("form.yes"), value: String(yes) },
          { term: t("form.no"), value: String(no) },
          { term: t("form.blank"), value: String(blank) },
          { term: t("form.minutesNumber"), value: sheet.minutesNumber },
        ]}
      />
      <RuleUse rule={rule} />
    </>
  );
}

function NameList({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { VoteMethod } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { VoteOutlook } from "@/lib/features/votes/queries/voters";

const BALLOTS = ["present", "yes", "no", "blank"] as const;

/** The four counts of a vote. */
export function BallotCounts({ optional }: { optional?: boolean }) {
  const t = useTranslations("votes.form");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {BALLOTS.map((name) => (
        <TextInput
          key={name}
          name={name}
          label={t(name)}
          width="short"
          inputMode="numeric"
          maxLength={5}
          optional={optional}
          autoComplete="off"
        />
      ))}
    </div>
  );
}

/** Ballot or cards. */
export function MethodChoice({ optional }: { optional?: boolean }) {
  const t = useTranslations("votes");
  return (
    <RadioGroup
      name="method"
      label={t("form.method")}
      optional={optional}
      choices={Object.values(VoteMethod).map((value) => ({ value, label: t(`method.${value}`) }))}
    />
  );
}

/** The controls of a branch's vote, with what it is counted against as of today. */
export function BallotFields({ outlook }: { outlook: VoteOutlook }) {
  const t = useTranslations("votes");
  const format = useFormat();
  const { on, base, official, countedOut } = outlook;
  const exempt = countedOut.filter((one) => one.reason === "ABSENT_EXEMPT");
  return (
    <>
      <Notice tone="info" title={t("outlook.base", { day: format.day(on), base, official, out: countedOut.length })}>
        {countedOut.length > 0 && (
          <ul>
            {countedOut.map(({ id, name, reason }) => (
              <li key={id}>{t("sheet.person", { name, reason: t(`countedOut.${reason}`) })}</li>
            ))}
          </ul>
        )}
        <p>{t("outlook.again")}</p>
      </Notice>
      <DateInput name="heldOn" label={t("form.heldOn")} />
      <MethodChoice />
      {exempt.length > 0 && (
        <CheckboxGroup
          name="presentExempt"
          label={t("form.presentExempt")}
          hint={t("form.presentExemptHint")}
          optional
          choices={exempt.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <BallotCounts />
      <TextInput
        name="minutesNumber"
        label={t("form.minutesNumber")}
        optional
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
    </>
  );
}

import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { TextInput } from "@/components/ui/text-input";
import { type Day, yearOf } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { decideBadgesAction, proposeBadgesAction } from "@/lib/features/badges/actions";
import type { BadgeLine } from "@/lib/features/badges/queries/get-badge-year";

type DayFormProps = { awardOn: Day; lines: readonly BadgeLine[]; backHref: string };

/** Proposes the chosen badges of an award day; at first everybody on the list is chosen. */
export function ProposeForm({ awardOn, lines, backHref }: DayFormProps) {
  const t = useTranslations("badges.propose");
  const ids = lines.map((line) => line.memberId);
  return (
    <FormFrame action={proposeBadgesAction}>
      <input type="hidden" name="awardOn" value={useFormat().day(awardOn)} />
      <CheckboxGroup
        name="memberId"
        label={t("people")}
        choices={usePeople(lines).map((person, place) => ({ value: ids[place] ?? "", ...person }))}
        defaultValues={ids}
      />
      <TextInput name="proposalNumber" label={t("proposalNumber")} width="medium" maxLength={60} autoComplete="off" />
      <DateInput name="proposedOn" label={t("proposedOn")} />
      <DayFormActions save={t("save")} backHref={backHref} />
    </FormFrame>
  );
}

/** Enters the superior body's decision on the proposals of an award day. */
export function DecideForm({ awardOn, lines, backHref }: DayFormProps) {
  const t = useTranslations("badges.decide");
  const ids = lines.flatMap((line) => line.badge?.id ?? []);
  return (
    <FormFrame action={decideBadgesAction.bind(null, yearOf(awardOn))}>
      <CheckboxGroup
        name="badgeId"
        label={t("people")}
        choices={usePeople(lines).map((person, place) => ({ value: ids[place] ?? "", ...person }))}
        defaultValues={ids}
      />
      <TextInput name="decisionNumber" label={t("decisionNumber")} width="medium" maxLength={60} autoComplete="off" />
      <DateInput name="decidedOn" label={t("decidedOn")} />
      <DayFormActions save={t("save")} backHref={backHref} />
    </FormFrame>
  );
}

function DayFormActions({ save, backHref }: { save: string; backHref: string }) {
  const t = useTranslations("badges");
  return (
    <Actions>
      <SubmitButton>{save}</SubmitButton>
      <ButtonLink href={backHref}>{t("actions.cancel")}</ButtonLink>
    </Actions>
  );
}

function usePeople(lines: readonly BadgeLine[]) {
  const t = useTranslations("badges");
  const format = useFormat();
  return lines.map(({ name, years, branch, admittedOn, kind }) => ({
    label: t("propose.person", { name, years }),
    hint: t("propose.personHint", {
      branch: branch ?? "–",
      admittedOn: format.day(admittedOn),
      kind: t(`kinds.${kind}`),
    }),
  }));
}

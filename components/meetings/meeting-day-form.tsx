import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { fixMeetingDayAction } from "@/lib/features/meetings/actions";
import type { MeetingDays } from "@/lib/features/meetings/queries/meeting-days";
import { LAST_DATE, LAST_DAY, typedDate } from "@/lib/features/meetings/schema/meeting-day";

type MeetingDayFormProps = { branchId: string; found: MeetingDays; today: Day };

/** Fixes when and where a branch meets, starting from the latest rule. */
export function MeetingDayForm({ branchId, found, today }: MeetingDayFormProps) {
  const t = useTranslations("meetings.fixedDay");
  const words = useTranslations("meetings.invitation");
  const format = useFormat();
  const [latest] = found.days;
  const chosen = latest ? String(latest.monthDay ?? LAST_DAY) : undefined;
  const dates = Array.from({ length: LAST_DATE }, (_, place) => String(place + 1));
  return (
    <FormFrame action={fixMeetingDayAction} version={found.version}>
      <input type="hidden" name="branchId" value={branchId} />
      <DateInput
        name="startsOn"
        label={t("form.startsOn")}
        hint={latest && t("form.startsOnHint", { since: format.day(latest.startsOn) })}
        defaultValue={format.day(today)}
      />
      <Select
        name="monthDay"
        label={t("form.monthDay")}
        options={[
          ...dates.map((date) => ({ value: date, label: t("dayOption", { date }) })),
          { value: LAST_DAY, label: t("lastDay") },
        ]}
        defaultValue={chosen}
      />
      <TextInput
        name="startTime"
        label={t("form.startTime")}
        hint={words("timeHint")}
        defaultValue={latest?.startTime}
        width="short"
        autoComplete="off"
      />
      <TextInput
        name="place"
        label={t("form.place")}
        defaultValue={latest?.place ?? found.place ?? undefined}
        autoComplete="off"
      />
      <Fieldset legend={t("form.season")} hint={t("form.seasonHint")}>
        <SeasonDate name="seasonFrom" date={latest?.season?.from} />
        <SeasonDate name="seasonTo" date={latest?.season?.to} />
        <TextInput
          name="seasonTime"
          label={t("form.seasonTime")}
          hint={words("timeHint")}
          defaultValue={latest?.season?.time}
          width="short"
          autoComplete="off"
          optional
        />
      </Fieldset>
      <Actions>
        <SubmitButton>{t("form.save")}</SubmitButton>
        <ButtonLink href={`/branches/${branchId}`}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function SeasonDate({ name, date }: { name: "seasonFrom" | "seasonTo"; date: string | undefined }) {
  const t = useTranslations("meetings.fixedDay.form");
  return (
    <TextInput
      name={name}
      label={t(name)}
      hint={t("dateHint")}
      defaultValue={date && typedDate(date)}
      width="short"
      autoComplete="off"
      optional
    />
  );
}

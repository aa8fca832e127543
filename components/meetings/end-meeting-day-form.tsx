import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { endMeetingDayAction } from "@/lib/features/meetings/actions";
import type { MeetingDays } from "@/lib/features/meetings/queries/meeting-days";

type EndMeetingDayFormProps = { branchId: string; found: MeetingDays; today: Day };

/** Ends the rule in force without another one in its place; nothing where no rule is open. */
export function EndMeetingDayForm({ branchId, found, today }: EndMeetingDayFormProps) {
  const t = useTranslations("meetings.fixedDay.end");
  const format = useFormat();
  const [latest] = found.days;
  if (!latest || latest.lastDay !== null) return null;
  return (
    <Card title={t("title")}>
      <p className="mb-3 prose-line">{t("lead")}</p>
      <FormFrame id="end" action={endMeetingDayAction} version={found.version}>
        <input type="hidden" name="branchId" value={branchId} />
        <DateInput
          name="lastDay"
          label={t("lastDay")}
          defaultValue={format.day(today < latest.startsOn ? latest.startsOn : today)}
        />
        <Actions>
          <SubmitButton tone="secondary">{t("save")}</SubmitButton>
        </Actions>
      </FormFrame>
    </Card>
  );
}

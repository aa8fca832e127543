import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { addAddendumAction } from "@/lib/features/meetings/actions";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import type { MinutesItem } from "@/lib/features/meetings/schema";

/** What was said and concluded, item by item, and what was concluded of the whole. */
export function MinutesView({ meeting }: { meeting: MeetingView }) {
  const t = useTranslations("meetings.page");
  const { items, conclusion, voters, counts, needed } = meeting;
  return (
    <Card title={t("minutes")}>
      {items.length === 0 && conclusion === null && <p>{t("noMinutes")}</p>}
      <div className="grid gap-4">
        {items.map((item) => (
          <section key={item.position} className="grid gap-1">
            <h3>{t("item", { position: item.position, title: item.title })}</h3>
            <Text label={t("opinions")} text={item.opinions} />
            <Text label={t("itemConclusion")} text={item.conclusion} />
            <Votes item={item} voters={voters} />
            {needed !== null && counts && <Majority yes={item.yes} needed={needed} members={counts.called} />}
          </section>
        ))}
        {conclusion !== null && (
          <section className="grid gap-1">
            <h3>{t("conclusion")}</h3>
            <p className="whitespace-pre-line">{conclusion}</p>
          </section>
        )}
      </div>
    </Card>
  );
}

/** What was added after the minutes had been sent, and the form that adds more. */
export function AddendaView({ meeting }: { meeting: MeetingView }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  return (
    <Card title={t("page.addenda")}>
      <div className="grid gap-4">
        {meeting.addenda.map(({ id, text, reason, recordedBy, recordedAt }) => (
          <section key={id} className="grid gap-1">
            <p className="whitespace-pre-line">{text}</p>
            <p className="text-ink-2">
              {t("page.addendumOf", { by: recordedBy, at: format.moment(recordedAt), reason })}
            </p>
          </section>
        ))}
        {meeting.can.amend && (
          <div className="screen-only">
            <FormFrame id="addendum" action={addAddendumAction}>
              <input type="hidden" name="id" value={meeting.id} />
              <p>{t("addendum.lead")}</p>
              <TextArea name="text" label={t("addendum.text")} rows={3} maxLength={5000} />
              <TextInput name="reason" label={t("addendum.reason")} maxLength={200} autoComplete="off" />
              <Actions>
                <SubmitButton tone="secondary">{t("addendum.save")}</SubmitButton>
              </Actions>
            </FormFrame>
          </div>
        )}
      </div>
    </Card>
  );
}

function Text({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null;
  return (
    <p className="whitespace-pre-line">
      <span className="font-semibold">{label}:</span> {text}
    </p>
  );
}

/** Whether a body has resolved: the votes are held against all its members, which is told as not confirmed. */
function Majority({ yes, needed, members }: { yes: number | null; needed: number; members: number }) {
  const t = useTranslations("meetings.bodies.majority");
  if (yes === null) return null;
  return (
    <p>
      <Tag tone={yes >= needed ? "ok" : "warn"}>{t(yes >= needed ? "reached" : "missed")}</Tag>{" "}
      {t("base", { needed, members })} <Tag tone="warn">{t("unconfirmed")}</Tag>
    </p>
  );
}

function Votes({ item: { yes, no, other }, voters }: { item: MinutesItem; voters: number }) {
  const t = useTranslations("meetings.page");
  if (yes === null || no === null || other === null) return null;
  return <p>{t("votes", { yes, no, other, voters })}</p>;
}

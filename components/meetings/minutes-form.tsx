import { useTranslations } from "next-intl";
import { DraftKeeper } from "@/components/shared/draft-keeper";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/fieldset";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { takeOverPenAction, writeMinutesAction } from "@/lib/features/meetings/actions";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import type { MinutesFormView } from "@/lib/features/meetings/queries/get-minutes-form";

/* How many empty items stand below those that are there; saving brings new ones. */
const BLANKS = 2;
const texts = ["opinions", "conclusion"] as const;
const votes = ["yes", "no", "other"] as const;

/** The text of the minutes, item by item, in one sending; kept while it is typed, but never over a draft that waits for its owner. */
export function MinutesForm({ meeting, form }: { meeting: MeetingView; form: MinutesFormView }) {
  const words = useTranslations("meetings");
  const t = useTranslations("meetings.minutes");
  const whole = words(meeting.body === null ? "minutes.whole" : "bodies.paper.conclusion");
  const places = Array.from({ length: form.places + BLANKS }, (_, place) => place + 1);
  const back = `/meetings/${meeting.id}`;
  const compared = [
    ...places.flatMap((place) =>
      (["title", ...texts, ...votes] as const).map((part) => ({
        name: `${part}-${place}`,
        label: `${t("itemLegend", { position: place })}: ${t(part === "title" ? "itemTitle" : part)}`,
      })),
    ),
    { name: "conclusion", label: whole },
  ];
  return (
    <FormFrame action={writeMinutesAction} version={form.version} compare={compared} reloadHref={`${back}/minutes`}>
      <input type="hidden" name="id" value={meeting.id} />
      {places.map((place) => (
        <ItemFields key={place} entries={form.entries} voters={meeting.voters} place={place} />
      ))}
      <TextArea
        name="conclusion"
        label={whole}
        defaultValue={form.entries.conclusion}
        rows={6}
        maxLength={10_000}
        optional
      />
      {(form.draft === null || form.draft.isOpened) && <DraftKeeper address="/api/drafts/minutes" />}
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={back}>{words(meeting.body === null ? "minutes.back" : "bodies.facts")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Says who has the pen, and lets the reader take it over. */
export function TakeOverForm({ meeting, name }: { meeting: MeetingView; name: string }) {
  const t = useTranslations("meetings.minutes");
  return (
    <>
      <Notice tone="warn" title={t("otherPen", { name })}>
        {t("otherPenExplain")}
      </Notice>
      <FormFrame action={takeOverPenAction} version={meeting.version}>
        <input type="hidden" name="id" value={meeting.id} />
        <Actions>
          <SubmitButton>{t("takeOver")}</SubmitButton>
          <ButtonLink href={`/meetings/${meeting.id}`}>{t("back")}</ButtonLink>
        </Actions>
      </FormFrame>
    </>
  );
}

type ItemFieldsProps = Pick<MinutesFormView, "entries"> & { voters: number; place: number };

function ItemFields({ entries, voters, place }: ItemFieldsProps) {
  const t = useTranslations("meetings.minutes");
  return (
    <Fieldset legend={t("itemLegend", { position: place })}>
      <TextInput
        name={`title-${place}`}
        label={t("itemTitle")}
        defaultValue={entries[`title-${place}`]}
        maxLength={300}
        autoComplete="off"
        optional
      />
      {texts.map((part) => (
        <TextArea
          key={part}
          name={`${part}-${place}`}
          label={t(part)}
          defaultValue={entries[`${part}-${place}`]}
          rows={4}
          maxLength={10_000}
          optional
        />
      ))}
      <fieldset className="roll-votes">
        <legend className="field-legend">{t("votesLegend")}</legend>
        <p className="field-hint">{t("votesHint", { voters })}</p>
        {votes.map((part) => (
          <TextInput
            key={part}
            name={`${part}-${place}`}
            label={t(part)}
            defaultValue={entries[`${part}-${place}`]}
            width="short"
            inputMode="numeric"
            maxLength={5}
            autoComplete="off"
            optional
          />
        ))}
      </fieldset>
    </Fieldset>
  );
}

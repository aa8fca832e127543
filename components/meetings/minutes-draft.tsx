import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import type { Format } from "@/lib/core/i18n/format";
import { dropDraftAction } from "@/lib/features/meetings/actions";
import type { MinutesFormView } from "@/lib/features/meetings/queries/get-minutes-form";

type MinutesDraftProps = {
  meetingId: string;
  draft: NonNullable<MinutesFormView["draft"]>;
  /** Somebody else has the pen, so that the text can be read only. */
  isReadOnly: boolean;
  format: Format;
};

/** What the reader typed and did not save: taken up again, thrown away, or read where somebody else writes now. */
export function MinutesDraft({ meetingId, draft, isReadOnly, format }: MinutesDraftProps) {
  const t = useTranslations("meetings.draft");
  const page = `/meetings/${meetingId}/minutes`;
  const at = { time: format.time(draft.keptAt), moment: format.moment(draft.keptAt) };
  return (
    <Notice tone="info" title={t(draft.isOpened ? "opened" : "found", at)}>
      <p>{t(isReadOnly ? "readOnly" : draft.isOpened ? "openedExplain" : "foundExplain")}</p>
      {isReadOnly && (
        <Disclosure summary={t("text")}>
          <DraftText draft={draft} />
        </Disclosure>
      )}
      <FormFrame id="drop" action={dropDraftAction}>
        <input type="hidden" name="id" value={meetingId} />
        <Actions>
          {!isReadOnly && !draft.isOpened && (
            <ButtonLink href={`${page}?draft=open`} tone="primary">
              {t("open", at)}
            </ButtonLink>
          )}
          <SubmitButton tone="secondary">{t("drop")}</SubmitButton>
        </Actions>
      </FormFrame>
    </Notice>
  );
}

function DraftText({ draft }: Pick<MinutesDraftProps, "draft">) {
  const words = useTranslations("meetings.minutes");
  const facts = Object.entries(draft.entries).map(([control, text]) => {
    const [part, place] = control.split("-");
    const name = words(part === "title" ? "itemTitle" : place === undefined ? "whole" : partOf(part));
    const term = place === undefined ? name : `${words("itemLegend", { position: Number(place) })}: ${name}`;
    return { term, value: <span className="whitespace-pre-line">{text}</span> };
  });
  return <DescriptionList facts={facts} />;
}

function partOf(part: string | undefined) {
  const parts = ["opinions", "conclusion", "yes", "no", "other"] as const;
  return parts.find((one) => one === part) ?? "conclusion";
}

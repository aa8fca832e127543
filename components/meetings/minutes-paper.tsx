import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { holderName } from "@/components/meetings/meeting-words";
import { formatIn } from "@/lib/core/i18n/format";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import type { MinutesItem } from "@/lib/features/meetings/schema";
import { nextWords } from "@/lib/features/meetings/schema/next-meeting";

type MinutesPaperProps = {
  meeting: MeetingView;
  /** The Party organisation and its place, by their names on the day of the meeting. */
  register: { name: string | null; short: string | null };
  /** What is said of the tasks carried over, before the items. */
  tasks: ReactNode;
  /** What is said of the tasks given, after the items. */
  given: ReactNode;
};

/** The minutes as they are printed and signed: in Vietnamese whatever the language of the screen. */
export async function MinutesPaper({ meeting, register, tasks, given }: MinutesPaperProps) {
  const t = await getTranslations({ locale: "vi", namespace: "meetings.paper" });
  const words = await getTranslations({ locale: "vi", namespace: "meetings" });
  const format = formatIn("vi");
  const holder = holderName(meeting, words);
  const { kind, body, heldOn, place, chairName, writerName, guests, counts, roll, conclusion, next } = meeting;
  const absent = roll.filter((line) => line.presence !== "PRESENT");
  return (
    <article className="paper" lang="vi">
      <div className="paper-head">
        <div>
          <p className="uppercase">{register.name}</p>
          <p className="paper-body">{holder}</p>
          <p aria-hidden="true">*</p>
          <p>{t("number", { sign: meeting.sign })}</p>
        </div>
        <div>
          <p className="paper-party">{t("party")}</p>
          <p className="mt-4 italic">
            {t("placeAndDay", { place: register.short ?? "", day: format.longDay(heldOn) })}
          </p>
        </div>
      </div>
      <h2 className="paper-heading">
        {body === null
          ? t("heading", { kind, month: format.month(meeting.monthOn) })
          : words("bodies.paper.heading", { kind, body: holder })}
      </h2>
      <div className="paper-text">
        <p>
          {body === null
            ? t("when", { day: format.longDay(heldOn), place })
            : words("bodies.paper.when", { body: holder, day: format.longDay(heldOn), place })}
        </p>
        <p>{t("led", { chair: chairName, writer: writerName })}</p>
        {counts && <p>{t("present", { present: counts.present, called: counts.called })}</p>}
        {counts && counts.exempt > 0 && <p>{t("exempt", { count: counts.exempt })}</p>}
        {absent.length > 0 && (
          <p>
            {t("absent", {
              names: absent.map(({ name, reason }) => (reason === null ? name : `${name} (${reason})`)).join("; "),
            })}
          </p>
        )}
        {guests && <p>{t("guests", { names: guests.split("\n").join("; ") })}</p>}
        {tasks}
        {meeting.items.map((item) => (
          <PaperItem key={item.position} item={item} voters={meeting.voters} t={t} />
        ))}
        {given}
        {conclusion && (
          <Lines label={body === null ? t("conclusion") : words("bodies.paper.conclusion")} text={conclusion} />
        )}
        {next && (
          <p>
            {words(body === null ? "paper.next" : "bodies.paper.next", {
              day: format.longDay(next.heldOn),
              ...nextWords(next),
            })}
          </p>
        )}
        {meeting.addenda.map(({ id, text, reason }) => (
          <Lines key={id} label={t("addendum", { reason })} text={text} />
        ))}
      </div>
      <div className="paper-foot text-center">
        <p className="font-bold uppercase">{t("writer")}</p>
        <p className="font-bold uppercase">{t("chair")}</p>
        <p className="mt-16">{writerName}</p>
        <p className="mt-16">{chairName}</p>
      </div>
    </article>
  );
}

type PaperItemProps = {
  item: MinutesItem;
  voters: number;
  t: Awaited<ReturnType<typeof getTranslations<"meetings.paper">>>;
};

function PaperItem({ item, voters, t }: PaperItemProps) {
  const { position, title, opinions, conclusion, yes, no, other } = item;
  return (
    <>
      <p className="font-bold">{t("item", { position, title })}</p>
      {opinions && <Lines label={t("opinions")} text={opinions} />}
      {conclusion && <Lines label={t("itemConclusion")} text={conclusion} />}
      {yes !== null && no !== null && other !== null && <p>{t("votes", { yes, no, other, voters })}</p>}
    </>
  );
}

function Lines({ label, text }: { label: string; text: string }) {
  return (
    <p className="whitespace-pre-line">
      {label}: {text}
    </p>
  );
}

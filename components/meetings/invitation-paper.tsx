import { getTranslations } from "next-intl/server";
import { holderName } from "@/components/meetings/meeting-words";
import { formatIn } from "@/lib/core/i18n/format";
import type { Invitation } from "@/lib/features/meetings/queries/find-invitation";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";

type InvitationPaperProps = {
  meeting: MeetingView;
  invitation: Invitation;
  /** The Party organisation and its place, by their names on the day of the meeting. */
  register: { name: string | null; short: string | null };
};

/** The invitation as it is printed and signed: in Vietnamese whatever the language of the screen. */
export async function InvitationPaper({ meeting, invitation, register }: InvitationPaperProps) {
  const t = await getTranslations({ locale: "vi", namespace: "meetings.invitation.paper" });
  const words = await getTranslations({ locale: "vi", namespace: "meetings" });
  const format = formatIn("vi");
  const holder = holderName(meeting, words);
  const { kind, body, heldOn, place, chairName, items, startTime, enclosures, invitedOn } = meeting;
  const { members, exempt, inCharge } = invitation;
  const called = { body: holder, count: members.length, names: members.join("; ") };
  const [hour = t("dots"), minute = t("dots")] = startTime?.split(":") ?? [];
  return (
    <article className="paper" lang="vi">
      <div className="paper-head">
        <div>
          <p className="uppercase">{register.name}</p>
          <p className="paper-body">{holder}</p>
          <p aria-hidden="true">*</p>
        </div>
        <div>
          <p className="paper-party">{t("party")}</p>
          <p className="mt-4 italic">
            {t("placeAndDay", { place: register.short ?? "", day: invitedOn ? format.longDay(invitedOn) : t("dots") })}
          </p>
        </div>
      </div>
      <h2 className="paper-heading">
        {body === null
          ? t("heading", { kind, month: format.month(meeting.monthOn) })
          : words("bodies.invitation.heading", { kind, body: holder })}
      </h2>
      <div className="paper-text">
        {inCharge.length > 0 && <p>{t("inCharge", { names: inCharge.join("; ") })}</p>}
        {members.length > 0 && (
          <p>{words(body === null ? "invitation.paper.members" : "bodies.invitation.members", called)}</p>
        )}
        {exempt.length > 0 && <p>{t("exempt", { names: exempt.join("; ") })}</p>}
        <p>{t("when", { hour, minute, day: format.longDay(heldOn) })}</p>
        <p>{t("where", { place })}</p>
        {items.length > 0 && (
          <>
            <p>{t("agenda")}</p>
            {items.map(({ position, title }) => (
              <p key={position}>{t("item", { position, title })}</p>
            ))}
          </>
        )}
        {enclosures && <p className="whitespace-pre-line">{t("enclosures", { enclosures })}</p>}
        <p>{words(body === null ? "invitation.paper.closing" : "bodies.invitation.closing")}</p>
      </div>
      <div className="paper-foot text-center">
        <p />
        <p className="font-bold uppercase">{t("chair")}</p>
        <p />
        <p className="mt-16">{chairName}</p>
      </div>
    </article>
  );
}

import "server-only";
import type { Actor } from "@/lib/core/actor";
import { readAs } from "@/lib/core/query";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import { differsFrom, entriesOf, placesIn } from "@/lib/features/meetings/rules/minutes-draft";
import { type DraftEntries, draftEntries } from "@/lib/features/meetings/schema/minutes-draft";

/** What the form of the minutes begins with: the text of each control by its name, and how many items it has. */
export type MinutesFormView = {
  readonly entries: DraftEntries;
  readonly places: number;
  /** The version that the text was typed upon. */
  readonly version: number;
  /** What the reader has typed and not saved, where it says anything else than what is stored. */
  readonly draft: { readonly entries: DraftEntries; readonly keptAt: Date; readonly isOpened: boolean } | null;
};

/** The form of these minutes with the reader's own draft, if there is one; `opensDraft` begins with what the draft says. */
export async function getMinutesForm(
  actor: Actor,
  meeting: MeetingView,
  opensDraft: boolean,
): Promise<MinutesFormView> {
  const stored = entriesOf(meeting);
  const kept = await findDraft(actor, meeting.id);
  const draft = kept && differsFrom(stored, kept.entries) ? kept : null;
  const isOpened = opensDraft && draft !== null;
  const entries = isOpened ? draft.entries : stored;
  return {
    entries,
    places: placesIn(entries),
    version: isOpened ? draft.version : meeting.version,
    draft: draft && { entries: draft.entries, keptAt: draft.keptAt, isOpened },
  };
}

async function findDraft(actor: Actor, meetingId: string) {
  const { accountId, committeeId } = actor;
  if (accountId === null) return null;
  const found = await readAs(actor, (tx) =>
    tx.minutesDraft.findFirst({
      where: { committeeId, meetingId, accountId },
      select: { entries: true, meetingVersion: true, keptAt: true },
    }),
  );
  if (!found) return null;
  return { entries: draftEntries.parse(found.entries), version: found.meetingVersion, keptAt: found.keptAt };
}

import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import type { ImportView } from "@/lib/features/imports/queries/get-import";

const kinds = [
  "changedSince",
  "zeroRestored",
  "yearInDayCell",
  "gradeInDayCell",
  "centuryTaken",
  "oldNumber",
  "lettersCorrected",
  "invisibleRemoved",
  "otherBranch",
  "otherStatus",
  "officeKeeps",
  "leftOut",
  "repeatedSame",
] as const;

/** What was corrected or left as it is, so that nobody is surprised; the lines open on demand. */
export function NoticeList({ roster }: { roster: ImportView }) {
  const t = useTranslations("imports");
  const told = kinds.flatMap((kind) => {
    const lines = roster.notices.filter((group) => group.kind === kind).flatMap((group) => group.lines);
    return lines.length === 0 ? [] : [{ kind, lines: lines.toSorted((one, other) => one - other) }];
  });
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices" className="mb-2 text-h2">
        {t("check.notices")}
      </h2>
      <ul className="grid gap-2">
        {told.map(({ kind, lines }) => (
          <li key={kind}>
            <Disclosure summary={t(`notices.${kind}`, { count: lines.length })}>
              {t("notices.lines", { lines: lines.slice(0, 200).join(", ") })}
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  );
}

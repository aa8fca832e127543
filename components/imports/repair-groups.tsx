import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RepairWords } from "@/components/imports/repair-words";
import type { RepairGroup, RepairLine } from "@/lib/features/imports/queries/list-repairs";

/** The lines of a group, each with its row, column, what was found and why it cannot be taken. */
export function RepairLines({ group, words }: { group: RepairGroup; words: RepairWords }) {
  const t = useTranslations("imports");
  const sentence = (line: RepairLine) => words.sentence({ ...line, kind: group.kind, field: group.field });
  return (
    <ul className="grid gap-1">
      {group.lines.map((line) => (
        <li key={line.line}>
          {t("check.atLine", { line: line.line, sentence: sentence(line) })}
          {line.name !== "" && <span className="text-ink-2"> ({line.name})</span>}
        </li>
      ))}
    </ul>
  );
}

type RepairGroupsProps = { importId: string; groups: readonly RepairGroup[]; words: RepairWords };

/** What has to be repaired, grouped by what has to be done, the largest group first. */
export function RepairGroups({ importId, groups, words }: RepairGroupsProps) {
  const t = useTranslations("imports");
  return (
    <div className="grid gap-4">
      {groups.map((group) => (
        <section key={group.index} aria-labelledby={`repair-${group.index}`} className="card">
          <h3 id={`repair-${group.index}`} className="text-h3">
            {words.title(group)} · {t("check.lines", { count: group.total })}
          </h3>
          <p className="mb-2 text-ink-2">{words.todo(group.kind)}</p>
          <RepairLines group={group} words={words} />
          {group.total > group.lines.length && (
            <Link
              href={`/imports/${importId}/repairs/${group.index}`}
              prefetch={false}
              className="inline-flex min-h-11 items-center text-link underline"
            >
              {t("check.more", { count: group.total })}
            </Link>
          )}
        </section>
      ))}
    </div>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { MonthTag } from "@/components/meetings/meeting-words";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchYear, MeetingYear, MonthView } from "@/lib/features/meetings/queries/list-meetings";

/** Branches down, months across: held, when, how many came, and what is missing. For wide screens and for paper. */
export function MeetingGrid({ view }: { view: MeetingYear }) {
  const t = useTranslations("meetings");
  const captionId = useId();
  const [first] = view.branches;
  return (
    <section className="matrix matrix-months" aria-labelledby={captionId} tabIndex={0}>
      <table className="table">
        <caption id={captionId}>{t("grid", { year: String(view.year) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("branch")}</th>
            {first?.months.map(({ monthOn }) => (
              <th key={monthOn} scope="col">
                {t("monthHead", { month: monthOn.slice(5, 7) })}
              </th>
            ))}
            <th scope="col">{t("missingHead")}</th>
          </tr>
        </thead>
        <tbody>
          {view.branches.map((branch) => (
            <tr key={branch.id}>
              <th scope="row">
                <BranchLink branch={branch} year={view.year} />
              </th>
              {branch.months.map((month) => (
                <td key={month.monthOn}>
                  <Cell month={month} />
                </td>
              ))}
              <td>{branch.missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same for phones: each branch with how often it met and the months that are missing. */
export function MeetingBranchList({ view }: { view: MeetingYear }) {
  const t = useTranslations("meetings");
  return (
    <ul className="card grid gap-3">
      {view.branches.map((branch) => {
        const missing = branch.months.filter((month) => month.state === "MISSING");
        const months = missing.map((month) => month.monthOn.slice(5, 7)).join(", ");
        return (
          <li key={branch.id}>
            <p className="font-semibold">
              <BranchLink branch={branch} year={view.year} />
            </p>
            <p>{t("branchSum", { held: branch.held })}</p>
            <p>{missing.length > 0 ? t("missingMonths", { months }) : t("noneMissing")}</p>
          </li>
        );
      })}
    </ul>
  );
}

function BranchLink({ branch, year }: { branch: BranchYear; year: number }) {
  return (
    <Link href={addressOf("/meetings", { branch: branch.id, year })} prefetch={false}>
      {branch.name}
    </Link>
  );
}

function Cell({ month }: { month: MonthView }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const isEmpty = month.meetings.length === 0;
  if (isEmpty && month.state !== "MISSING") return <span className="text-ink-2">–</span>;
  return (
    <>
      {month.state === "MISSING" && <MonthTag state="MISSING" />}
      {month.meetings.map(({ id, kind, heldOn, roll }) => (
        <Link
          key={id}
          href={`/meetings/${id}`}
          prefetch={false}
          className="block"
          aria-label={t("lineOf", { kind: t(`kinds.${kind}`), day: format.day(heldOn) })}
        >
          {format.day(heldOn).slice(0, 5)}
          <span className="block text-small">
            {kind === "MONTHLY" ? roll && `${roll.present}/${roll.called}` : t(`kinds.${kind}`)}
          </span>
        </Link>
      ))}
    </>
  );
}

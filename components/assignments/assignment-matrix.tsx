import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type {
  AssignedPerson,
  AssignmentBoard,
  AssignmentView,
  BranchPlaces,
} from "@/lib/features/assignments/queries/assignments";

/* On paper all columns go on one landscape sheet. */
const frame = [
  "scroll-box max-h-[80vh] overflow-auto rounded-card border border-line print:max-h-none print:border-0",
  "print:[&_.table]:text-[8pt]! print:[&_:is(th,td)]:min-w-0! print:[&_:is(th,td)]:px-1! print:[&_span]:text-[8pt]",
  "print:[&_tbody_th]:whitespace-nowrap! print:[&_:is(th,td)]:py-0.5!",
].join(" ");

/** Branches down, people across; head row and first column stay in sight. For wide screens and for paper. */
export function AssignmentMatrix({ board }: { board: AssignmentBoard }) {
  const t = useTranslations("assignments");
  const format = useFormat();
  const captionId = useId();
  return (
    <div className={frame} role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className="table border-separate border-spacing-0 print:border-collapse">
        <caption id={captionId} className="px-3">
          {t("matrix", { day: format.day(board.on) })}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-20 min-w-44 print:static">
              {t("branch")}
            </th>
            {board.people.map((person) => (
              <PersonHead key={person.memberId} person={person} />
            ))}
            <th scope="col" className="sticky top-0 z-10 min-w-36 whitespace-normal print:static">
              {t("responsible")}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.branches.map((branch) => (
            <tr key={branch.id}>
              <th scope="row" className="sticky left-0 z-10 bg-bg print:static">
                {branch.name}
              </th>
              {board.people.map((person) => (
                <td key={person.memberId} className="whitespace-nowrap">
                  <Cell board={board} branch={branch} person={person} />
                </td>
              ))}
              <td>
                <Responsible branch={branch} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="sticky left-0 z-10 text-left print:static">
              {t("load")}
            </th>
            {board.people.map((person) => (
              <td key={person.memberId}>{t("loadWords", { main: person.main, supporting: person.supporting })}</td>
            ))}
            <td>{t("filled", { withMain: board.branchesWithMain, branches: board.branches.length })}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function PersonHead({ person }: { person: AssignedPerson }) {
  const t = useTranslations("assignments");
  return (
    <th scope="col" className="sticky top-0 z-10 min-w-28 whitespace-normal print:static">
      {person.name}
      <span className="block text-small font-normal">
        {person.seat === null ? t("noSeat") : t(`seats.${person.seat}`)}
      </span>
    </th>
  );
}

function Cell({ board, branch, person }: { board: AssignmentBoard; branch: BranchPlaces; person: AssignedPerson }) {
  const t = useTranslations("assignments");
  const place = branch.places.find((one) => one.memberId === person.memberId);
  if (place) return <Place place={place} branch={branch} canChange={board.can.change} />;
  if (!board.can.assign || person.seat === null) return <span aria-hidden="true">–</span>;
  const address = addressOf("/assignments/new", { branch: branch.id, member: person.memberId, on: board.on });
  return (
    <Link
      href={address}
      prefetch={false}
      aria-label={t("giveTo", { name: person.name, branch: branch.name })}
      className="justify-center no-underline print:hidden!"
    >
      +
    </Link>
  );
}

function Place({ place, branch, canChange }: { place: AssignmentView; branch: BranchPlaces; canChange: boolean }) {
  const t = useTranslations("assignments");
  const word = t(`roleShort.${place.role}`);
  if (!canChange) return <Tag tone={place.role === "MAIN" ? "ok" : "info"}>{word}</Tag>;
  const label = t("changeOf", { role: word, name: place.memberName, branch: branch.name });
  return (
    <Link href={`/assignments/${place.id}`} prefetch={false} aria-label={label}>
      <Tag tone={place.role === "MAIN" ? "ok" : "info"}>{word}</Tag>
    </Link>
  );
}

function Responsible({ branch }: { branch: BranchPlaces }) {
  const t = useTranslations("assignments");
  const main = branch.places.find((place) => place.role === "MAIN");
  return main ? main.memberName : <Tag tone="warn">{t("noMain")}</Tag>;
}

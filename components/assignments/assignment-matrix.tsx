import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { MatrixKeys } from "@/components/assignments/matrix-keys";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type {
  AssignedPerson,
  AssignmentBoard,
  AssignmentView,
  BranchPlaces,
} from "@/lib/features/assignments/queries/assignments";

/** Branches down, people across; head row and first column stay in sight. For wide screens and for paper. */
export function AssignmentMatrix({ board }: { board: AssignmentBoard }) {
  const t = useTranslations("assignments");
  const format = useFormat();
  const captionId = useId();
  return (
    <MatrixKeys labelledBy={captionId}>
      <table className="table">
        <caption id={captionId}>{t("matrix", { day: format.day(board.on) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("branch")}</th>
            {board.people.map((person) => (
              <PersonHead key={person.memberId} person={person} />
            ))}
            <th scope="col">{t("responsible")}</th>
          </tr>
        </thead>
        <tbody>
          {board.branches.map((branch) => (
            <tr key={branch.id}>
              <th scope="row">{branch.name}</th>
              {board.people.map((person) => (
                <td key={person.memberId}>
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
            <th scope="row">{t("load")}</th>
            {board.people.map((person) => (
              <td key={person.memberId}>
                <Load person={person} />
              </td>
            ))}
            <td>{t("filled", { withMain: board.branchesWithMain, branches: board.branches.length })}</td>
          </tr>
        </tfoot>
      </table>
    </MatrixKeys>
  );
}

function Load({ person: { main, supporting } }: { person: AssignedPerson }) {
  const t = useTranslations("assignments");
  return (
    <>
      {main + supporting}
      <span className="block text-small font-normal">{t("loadWords", { main, supporting })}</span>
    </>
  );
}

function PersonHead({ person }: { person: AssignedPerson }) {
  const t = useTranslations("assignments");
  return (
    <th scope="col">
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
  if (place) return <Place place={place} branch={branch} />;
  if (!board.can.assign || person.seat === null) return <span aria-hidden="true">–</span>;
  const address = addressOf("/assignments/new", { branch: branch.id, member: person.memberId, on: board.on });
  return (
    <Link
      href={address}
      prefetch={false}
      aria-label={t("giveTo", { name: person.name, branch: branch.name })}
      className="matrix-free"
    >
      +
    </Link>
  );
}

function Place({ place, branch }: { place: AssignmentView; branch: BranchPlaces }) {
  const t = useTranslations("assignments");
  const word = t(`roleShort.${place.role}`);
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

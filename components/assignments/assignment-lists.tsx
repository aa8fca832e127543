import Link from "next/link";
import { useTranslations } from "next-intl";
import { EndWords } from "@/components/assignments/assignment-facts";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { AssignmentBoard, AssignmentView, BranchPlaces } from "@/lib/features/assignments/queries/assignments";

/** The same as the matrix, as lists: by branch, then by person. For phones and for readers of a few branches. */
export function AssignmentLists({ board }: { board: AssignmentBoard }) {
  const t = useTranslations("assignments");
  return (
    <div className="grid gap-6">
      <section className="grid gap-3" aria-labelledby="by-branch">
        <h2 id="by-branch">{t("byBranch")}</h2>
        {board.branches.map((branch) => (
          <BranchCard key={branch.id} board={board} branch={branch} />
        ))}
      </section>
      <section className="grid gap-3" aria-labelledby="by-person">
        <h2 id="by-person">{t("byPerson")}</h2>
        <ul className="card grid gap-3">
          {board.people.map((person) => (
            <li key={person.memberId}>
              <p className="font-semibold">{person.name}</p>
              {person.seat !== null && <p className="text-ink-2">{t(`seats.${person.seat}`)}</p>}
              <p>{placesOf(board, person.memberId, t) || t("unassigned")}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function BranchCard({ board, branch }: { board: AssignmentBoard; branch: BranchPlaces }) {
  const t = useTranslations("assignments");
  return (
    <Card title={branch.name}>
      {!branch.hasMain && (
        <p className="mb-2">
          <Tag tone="warn">{t("noMain")}</Tag>
        </p>
      )}
      <ul className="grid gap-2">
        {branch.places.map((place) => (
          <PlaceLine key={place.id} place={place} canChange={board.can.change} branchName={branch.name} />
        ))}
      </ul>
      {board.can.assign && (
        <div className="mt-3">
          <ButtonLink href={addressOf("/assignments/new", { branch: branch.id, on: board.on })}>
            {t("give")} <span className="sr-only">{branch.name}</span>
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

type PlaceLineProps = { place: AssignmentView; canChange: boolean; branchName: string };

function PlaceLine({ place, canChange, branchName }: PlaceLineProps) {
  const t = useTranslations("assignments");
  const format = useFormat();
  const decision = t("decision", { number: place.decisionNumber, day: format.day(place.decidedOn) });
  return (
    <li>
      <span className="font-semibold">{place.memberName}</span>{" "}
      <Tag tone={place.role === "MAIN" ? "ok" : "info"}>{t(`roles.${place.role}`)}</Tag>
      <span className="block text-ink-2">
        {format.period(place.startsOn, place.lastDay)} · {decision}
      </span>
      {place.end && (
        <span className="block text-ink-2">
          <EndWords end={place.end} />
        </span>
      )}
      {canChange && (
        <Link
          href={`/assignments/${place.id}`}
          prefetch={false}
          className="inline-flex min-h-12 items-center text-link underline"
          aria-label={t("changeOf", { role: t("edit"), name: place.memberName, branch: branchName })}
        >
          {t("edit")}
        </Link>
      )}
    </li>
  );
}

type Words = ReturnType<typeof useTranslations<"assignments">>;

function placesOf(board: AssignmentBoard, memberId: string, t: Words): string {
  return board.branches
    .flatMap((branch) => branch.places.map((place) => ({ branch, place })))
    .filter(({ place }) => place.memberId === memberId)
    .map(({ branch, place }) => `${branch.name} (${t(`roleShort.${place.role}`)})`)
    .join("; ");
}

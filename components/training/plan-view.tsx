import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { PlanMeasures } from "@/components/training/plan-measures";
import { usePlannedPostWord } from "@/components/training/plan-words";
import { TrainingTabs } from "@/components/training/training-tabs";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PrintButton } from "@/components/ui/print-button";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { PlannedView, PlanView, PostPlan } from "@/lib/features/training/queries/get-plan";
import type { PlanTerm } from "@/lib/features/training/schema/planning";

const inAddress = ({ from, to }: PlanTerm) => `${from}-${to}`;
const inWords = ({ from, to }: PlanTerm) => ({ from: String(from), to: String(to) });

/** Who is planned for the posts of a term, and how the list stands to what is expected of it. */
export function PlanScreen({ view }: { view: PlanView }) {
  const t = useTranslations("training.planning");
  const { term, terms, can } = view;
  const others = terms.filter((one) => inAddress(one) !== inAddress(term));
  return (
    <>
      <PageHeader
        title={t("title", inWords(term))}
        lead={t("lead")}
        actions={
          <>
            {can.plan && (
              <ButtonLink href={addressOf("/training/planning/new", { term: inAddress(term) })} tone="primary">
                {t("add")}
              </ButtonLink>
            )}
            {others.map((one) => (
              <ButtonLink key={inAddress(one)} href={addressOf("/training/planning", { term: inAddress(one) })}>
                {t("otherTerm", inWords(one))}
              </ButtonLink>
            ))}
            <PrintButton />
          </>
        }
      />
      <TrainingTabs current="/training/planning" canReadPlan />
      <PlanMeasures view={view} />
      {view.plans.map((plan) => (
        <PostCard key={`${plan.post}${plan.branchId}`} plan={plan} canEnd={can.end} />
      ))}
    </>
  );
}

function PostCard({ plan, canEnd }: { plan: PostPlan; canEnd: boolean }) {
  const t = useTranslations("training.planning");
  const postWord = usePlannedPostWord();
  const { posts, expected, people } = plan;
  const isOutside = expected && (people.length < expected.least || people.length > expected.most);
  return (
    <Card title={postWord(plan)}>
      <p className="mb-3 flex flex-wrap items-center gap-2">
        <span>{t("size", { people: people.length, posts })}.</span>
        {expected && (
          <>
            <span className="text-ink-2">{t("sizeExpected", { size: sizeIn(expected), limit: expected.limit })}</span>
            <Tag tone={isOutside ? "warn" : "ok"}>{t(isOutside ? "notMet" : "met")}</Tag>
          </>
        )}
      </p>
      {people.length === 0 ? <p>{t("nobody")}</p> : <People people={people} canEnd={canEnd} />}
    </Card>
  );
}

function sizeIn({ least, most }: NonNullable<PostPlan["expected"]>): string {
  return least === most ? String(least) : `${least}–${most}`;
}

function People({ people, canEnd }: { people: PostPlan["people"]; canEnd: boolean }) {
  const t = useTranslations("training.planning");
  const kinds = useTranslations("training.kinds");
  const words = useTranslations("members");
  const format = useFormat();
  const columns: Column<PlannedView>[] = [
    {
      id: "name",
      header: t("columns.name"),
      card: "title",
      cell: ({ memberId, name }) => (
        <Link href={`/members/${memberId}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { id: "branch", header: t("columns.branch"), cell: ({ branch }) => branch ?? "–" },
    { id: "age", header: t("columns.age"), cell: ({ age }) => <Age age={age} /> },
    {
      id: "theory",
      header: t("columns.theory"),
      cell: ({ theoryLevel }) => (theoryLevel ? words(`theory.${theoryLevel}`) : "–"),
    },
    {
      id: "passed",
      header: t("columns.passed"),
      cell: ({ passed }) => passed.map((kind) => kinds(kind)).join("; ") || "–",
    },
    {
      id: "ratings",
      header: t("columns.ratings"),
      cell: ({ ratings }) => (
        <ul>
          {ratings.map(({ year, level }) => (
            <li key={year}>
              {t("rating", { year: String(year), level: level ? words(`levelsShort.${level}`) : t("noRating") })}
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: "decision",
      header: t("columns.decision"),
      cell: ({ decisionNumber, decidedOn }) => t("decision", { number: decisionNumber, day: format.day(decidedOn) }),
    },
  ];
  if (canEnd) {
    columns.push({
      id: "act",
      header: t("columns.act"),
      card: "status",
      cell: ({ id, name }) => (
        <Link
          href={`/training/planning/${id}`}
          prefetch={false}
          className="print:hidden"
          aria-label={t("endOf", { name })}
        >
          {t("end")}
        </Link>
      ),
    });
  }
  return (
    <Table caption={t("caption", { count: people.length })} columns={columns} rows={people} rowId={({ id }) => id} />
  );
}

function Age({ age }: Pick<PlannedView, "age">) {
  const t = useTranslations("training.planning");
  if (!age) return "–";
  const { atLeast: from, atMost: to } = age;
  return from === to ? t("age", { from }) : t("ageBetween", { from, to });
}

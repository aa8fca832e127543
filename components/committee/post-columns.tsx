import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePlannedPostWord } from "@/components/training/plan-words";
import { Disclosure } from "@/components/ui/disclosure";
import type { Column } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { PostHolderView, PostView } from "@/lib/features/organization/queries/posts";
import type { PlannedFor } from "@/lib/features/training/queries/find-planned";
import type { PostLack } from "@/lib/features/training/queries/get-gaps";

/** The columns of the list of posts, in the reader's language. */
export function usePostColumns(lacks: readonly PostLack[], planned: readonly PlannedFor[]): Column<PostView>[] {
  const t = useTranslations("committee.posts");
  const format = useFormat();
  return [
    { id: "post", header: t("post"), card: "title", cell: (post) => <Post post={post} /> },
    {
      id: "holder",
      header: t("holder"),
      card: "status",
      cell: ({ holder, vacantSince }) =>
        holder ? (
          <Person of={holder} />
        ) : (
          vacantSince && <Tag tone="warn">{t("vacant", { day: format.day(vacantSince) })}</Tag>
        ),
    },
    {
      id: "since",
      header: t("since"),
      cell: ({ holder }) => (holder ? format.period(holder.startsOn, holder.lastDay) : "–"),
    },
    { id: "predecessor", header: t("predecessor"), cell: (post) => <Predecessors post={post} /> },
    { id: "note", header: t("note"), cell: (post) => <Note post={post} lacks={lacks} planned={planned} /> },
  ];
}

function Post({ post: { kind, place, branchId } }: { post: PostView }) {
  const t = useTranslations("committee.posts");
  const name = t(`posts.${kind}`, { place: place ?? "" });
  if (branchId === null) return name;
  return (
    <Link href={addressOf(`/branches/${branchId}`, { tab: "officers" })} prefetch={false}>
      {name}
    </Link>
  );
}

function Person({ of: { person } }: { of: PostHolderView }) {
  return (
    <Link href={`/members/${person.id}`} prefetch={false}>
      {person.name}
    </Link>
  );
}

function Predecessors({ post: { predecessor, line } }: { post: PostView }) {
  const t = useTranslations("committee.posts");
  const format = useFormat();
  if (!predecessor) return t("first");
  const told = (one: PostHolderView) => (
    <>
      <Person of={one} /> ({format.period(one.startsOn, one.lastDay)})
    </>
  );
  const earlier = line.slice(line.indexOf(predecessor) + 1);
  return (
    <>
      {told(predecessor)}
      {earlier.length > 0 && (
        <Disclosure summary={t("earlier", { count: earlier.length })}>
          <ul>
            {earlier.map((one) => (
              <li key={`${one.person.id}${one.startsOn}`}>{told(one)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

type NoteProps = { post: PostView; lacks: readonly PostLack[]; planned: readonly PlannedFor[] };

function Note({ post, lacks, planned }: NoteProps) {
  const t = useTranslations("training");
  const postWord = usePlannedPostWord();
  const holderId = post.holder?.person.id ?? "";
  const lack = lacks.find((one) => one.post === post.kind && one.memberIds.has(holderId));
  const plans = planned.filter(({ memberId }) => memberId === holderId);
  if (!lack && plans.length === 0) return <Standing post={post} />;
  return (
    <div className="grid gap-1">
      {(post.termLastDay || post.linked) && (
        <div>
          <Standing post={post} />
        </div>
      )}
      {lack && (
        <div>
          <Tag tone="warn">{t(`gaps.lackOf.${lack.requirement}`, { level: lack.level })}</Tag>
        </div>
      )}
      {plans.map((one) => (
        <div key={`${one.post}${one.place}${one.termFrom}`}>
          {t("planning.plannedFor", { from: String(one.termFrom), to: String(one.termTo), post: postWord(one) })}
        </div>
      ))}
    </div>
  );
}

function Standing({ post: { termLastDay, linked } }: { post: PostView }) {
  const t = useTranslations("committee.posts");
  const format = useFormat();
  if (termLastDay) return <Tag tone="warn">{t("termOver", { day: format.day(termLastDay) })}</Tag>;
  if (!linked) return "–";
  if (linked.kind === "TOGETHER") return t("together", { day: format.day(linked.since) });
  return (
    <Tag tone="warn">
      {t(linked.ended === "SECRETARY" ? "secretaryEnded" : "headEnded", {
        name: linked.name,
        day: format.day(linked.lastDay),
      })}
    </Tag>
  );
}

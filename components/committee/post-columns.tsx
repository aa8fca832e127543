import Link from "next/link";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import type { Column } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { PostHolderView, PostView } from "@/lib/features/organization/queries/posts";
import type { PostLack } from "@/lib/features/training/queries/get-gaps";

/** The columns of the list of posts, in the reader's language. */
export function usePostColumns(lacks: readonly PostLack[]): Column<PostView>[] {
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
    { id: "note", header: t("note"), cell: (post) => <Note post={post} lacks={lacks} /> },
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

function Note({ post, lacks }: { post: PostView; lacks: readonly PostLack[] }) {
  const t = useTranslations("training.gaps");
  const lack = lacks.find((one) => one.post === post.kind && one.memberIds.has(post.holder?.person.id ?? ""));
  const standing = <Standing post={post} />;
  if (!lack) return standing;
  return (
    <>
      {(post.termLastDay || post.linked) && <div className="mb-1">{standing}</div>}
      <Tag tone="warn">{t(`lackOf.${lack.requirement}`, { level: lack.level })}</Tag>
    </>
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

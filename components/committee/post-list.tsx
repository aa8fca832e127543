import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePostColumns } from "@/components/committee/post-columns";
import { OnDayForm } from "@/components/organization/on-day-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { NoneFound } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { PostView } from "@/lib/features/organization/queries/posts";
import type { PlannedFor } from "@/lib/features/training/queries/find-planned";
import type { PostLack } from "@/lib/features/training/queries/get-gaps";

type PostListProps = {
  posts: readonly PostView[];
  on: Day;
  isToday: boolean;
  isVacantOnly: boolean;
  unreadable: string | null;
  /** Who lacks what a post requires; empty where the reader may not know. */
  lacks: readonly PostLack[];
  /** Who is planned for which post of a term to come; empty where the reader may not know. */
  planned: readonly PlannedFor[];
};

/** The posts of a day with who holds each and whom they followed; all of them, or those that nobody holds. */
export function PostList({ posts, on, isToday, isVacantOnly, unreadable, lacks, planned }: PostListProps) {
  const t = useTranslations("committee.posts");
  const format = useFormat();
  const columns = usePostColumns(lacks, planned);
  const vacant = posts.filter((post) => post.vacantSince !== null);
  const shown = isVacantOnly ? vacant : posts;
  const day = isToday ? null : on;
  const allHref = addressOf("/committee/posts", { on: day });
  const chips = isVacantOnly ? [{ label: t("filter"), value: t("vacantChip"), removeHref: allHref }] : [];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { day: format.day(on), held: posts.length - vacant.length, vacant: vacant.length })}
        back={{ href: addressOf("/committee", { on: day }), label: t("back") }}
      />
      <OnDayForm
        action="/committee/posts"
        on={on}
        unreadable={unreadable}
        keep={isVacantOnly ? { vacant: "yes" } : {}}
      />
      <FilterChips chips={chips} clearHref={allHref} />
      {!isVacantOnly && vacant.length > 0 && (
        <p className="screen-only">
          <Link href={addressOf("/committee/posts", { on: day, vacant: "yes" })} prefetch={false}>
            {t("onlyVacant", { count: vacant.length })}
          </Link>
        </p>
      )}
      {shown.length > 0 && (
        <Table
          caption={t(isVacantOnly ? "captionVacant" : "caption", { day: format.day(on) })}
          columns={columns}
          rows={shown}
          rowId={(post) => `${post.kind}${post.id}`}
        />
      )}
      {shown.length === 0 && isVacantOnly && (
        <NoneFound>
          <p className="mb-3">{t("noneVacant")}</p>
          <ButtonLink href={allHref}>{t("all")}</ButtonLink>
        </NoneFound>
      )}
    </>
  );
}

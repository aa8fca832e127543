import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { LikelyPair, MergeFacts } from "@/lib/features/member-merges/queries/list-pairs";

type DuplicatesScreenProps = {
  pairs: readonly LikelyPair[];
  merges: readonly MergeFacts[];
  canPropose: boolean;
};

/** The records that may be of one person, and what was done about others. */
export function DuplicatesScreen({ pairs, merges, canPropose }: DuplicatesScreenProps) {
  const t = useTranslations("memberMerges");
  return (
    <>
      {pairs.length === 0 ? (
        <EmptyState title={t("pairs.none")} explain={t("pairs.noneExplain")} />
      ) : (
        <PairTable pairs={pairs} canPropose={canPropose} />
      )}
      {merges.length > 0 && <MergeTable merges={merges} />}
    </>
  );
}

function PairTable({ pairs, canPropose }: Omit<DuplicatesScreenProps, "merges">) {
  const t = useTranslations("memberMerges.pairs");
  const record = (id: string, name: string, branch: string | null) => (
    <Link href={`/members/${id}`} prefetch={false}>
      {t("where", { name, branch: branch ?? t("noBranch") })}
    </Link>
  );
  const acts: Column<LikelyPair> = {
    id: "acts",
    header: t("acts"),
    cell: ({ oneId, otherId, one }) => (
      <Link
        href={addressOf("/members/duplicates/compare", { kept: oneId, dropped: otherId })}
        className="list-act"
        prefetch={false}
      >
        {t("compare", { name: one })}
      </Link>
    ),
  };
  const columns: Column<LikelyPair>[] = [
    { id: "one", header: t("one"), card: "title", cell: (pair) => record(pair.oneId, pair.one, pair.oneBranch) },
    { id: "other", header: t("other"), cell: (pair) => record(pair.otherId, pair.other, pair.otherBranch) },
    { id: "sign", header: t("sign"), cell: ({ sign }) => t(sign) },
    ...(canPropose ? [acts] : []),
  ];
  return (
    <Table
      caption={t("caption", { count: pairs.length })}
      columns={columns}
      rows={pairs}
      rowId={({ oneId, otherId, sign }) => `${oneId} ${otherId} ${sign}`}
    />
  );
}

function MergeTable({ merges }: { merges: readonly MergeFacts[] }) {
  const t = useTranslations("memberMerges");
  const format = useFormat();
  const columns: Column<MergeFacts>[] = [
    {
      id: "what",
      header: t("history.what"),
      card: "title",
      cell: ({ id, keptName, droppedName }) => (
        <Link href={`/members/duplicates/${id}`} prefetch={false}>
          {t("history.entry", { dropped: droppedName, kept: keptName })}
        </Link>
      ),
    },
    { id: "state", header: t("history.state"), cell: ({ state }) => t(`states.${state}`) },
    { id: "by", header: t("history.by"), cell: ({ proposedBy }) => proposedBy },
    { id: "at", header: t("history.at"), cell: ({ proposedAt }) => format.moment(proposedAt) },
  ];
  return <Table caption={t("history.caption")} columns={columns} rows={merges} rowId={({ id }) => id} />;
}

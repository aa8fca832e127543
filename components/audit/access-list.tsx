import { getTranslations } from "next-intl/server";
import { getEventWords } from "@/components/audit/event-words";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { AccessView } from "@/lib/features/audit/queries";

/** The last readings that left a trace: exports, reveals and the trail itself. */
export async function AccessList({ accesses }: { accesses: readonly AccessView[] }) {
  const t = await getTranslations("audit");
  const format = formatIn((await readPreferences()).locale);
  const words = await getEventWords();
  if (accesses.length === 0) return <EmptyState title={t("accesses.none")} />;
  return (
    <Table
      caption={t("accesses.caption")}
      rows={accesses}
      rowId={(access) => access.id}
      columns={[
        { id: "what", header: t("columns.what"), card: "title", cell: (access) => words.event(access.type) },
        { id: "who", header: t("columns.who"), cell: (access) => access.actorName },
        { id: "at", header: t("columns.at"), cell: (access) => format.exactMoment(access.at) },
        {
          id: "params",
          header: t("columns.details"),
          card: "wide",
          cell: (access) =>
            words
              .changes({}, access.params)
              .map((field) => `${field.name}: ${field.after}`)
              .join(" · "),
        },
      ]}
    />
  );
}

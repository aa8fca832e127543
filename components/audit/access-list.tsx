import { getTranslations } from "next-intl/server";
import { getEventWords } from "@/components/audit/event-words";
import { Table } from "@/components/ui/table";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { AccessView } from "@/lib/features/audit/queries/list-accesses";

/** The readings of a page that left a trace: exports, reveals, sign-ins and the trail itself. */
export async function AccessList({ accesses, total }: { accesses: readonly AccessView[]; total: number }) {
  const t = await getTranslations("audit");
  const format = formatIn((await readPreferences()).locale);
  const words = await getEventWords();
  return (
    <Table
      caption={t("accesses.caption", { total })}
      rows={accesses}
      rowId={(access) => access.id}
      columns={[
        { id: "what", header: t("columns.what"), card: "title", cell: (access) => words.event(access.type) },
        { id: "who", header: t("columns.who"), cell: (access) => access.actorName },
        { id: "at", header: t("columns.at"), cell: (access) => format.exactMoment(access.at) },
        {
          id: "params",
          header: t("columns.details"),
          card: "status",
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

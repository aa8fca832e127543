import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { PassedDocument } from "@/lib/features/party-documents/queries/list-meeting-documents";

/** The papers that were passed on at a meeting. */
export function MeetingDocuments({ documents }: { documents: readonly PassedDocument[] }) {
  const t = useTranslations("partyDocuments.dissemination");
  if (documents.length === 0) return null;
  return (
    <Card title={t("atMeeting")}>
      <ul className="grid gap-1">
        {documents.map(({ id, name, subjectLine }) => (
          <li key={id}>
            <Link href={`/party-documents/${id}`} prefetch={false}>
              {t("document", { name, subject: subjectLine })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

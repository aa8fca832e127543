import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyList } from "@/components/shared/key-list";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/core/auth/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("palette.keys"))("title") };
}

export default async function KeysPage() {
  await requireActor();
  const t = await getTranslations("palette.keys");
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card>
        <KeyList />
      </Card>
    </div>
  );
}

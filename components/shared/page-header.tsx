import Link from "next/link";
import type { ReactNode } from "react";
import { Actions } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";

type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
};

/** The head of a page: way back, heading, one sentence, main acts. */
export function PageHeader({ title, lead, actions, back }: PageHeaderProps) {
  return (
    <div className="page-header">
      {back && (
        <Link href={back.href} className="back-link" prefetch={false}>
          <Icon name="back" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <PageHeading>{title}</PageHeading>
          {lead && <p className="prose-line mt-1 text-ink-2">{lead}</p>}
        </div>
        {actions && <Actions>{actions}</Actions>}
      </div>
    </div>
  );
}

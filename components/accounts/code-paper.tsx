import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";

type CodePaperProps = { name: string; username: string; code: string; expiresAt: Date; address: string };

const steps = ["enter", "choose", "destroy"] as const;

/** The paper that is handed to a person: user name, code, until when, and how to use it. */
export function CodePaper({ name, username, code, expiresAt, address }: CodePaperProps) {
  const t = useTranslations("accounts.paper");
  const format = useFormat();
  return (
    <div className="grid gap-4">
      <div className="screen-only">
        <Notice tone="warn" title={t("print")}>
          {t("once")}
        </Notice>
      </div>
      <p className="text-h2 font-bold">{t("to", { name })}</p>
      <DescriptionList
        facts={[
          { term: t("username"), value: <span className="text-h2 font-bold">{username}</span> },
          { term: t("code"), value: <span className="text-h2 font-bold">{code}</span> },
          { term: t("validUntil"), value: format.moment(expiresAt) },
        ]}
      />
      <section>
        <h2 className="text-h3">{t("howTitle")}</h2>
        <ol className="list-decimal pl-5">
          <li>{t("how.open", { address })}</li>
          {steps.map((step) => (
            <li key={step}>{t(`how.${step}`)}</li>
          ))}
        </ol>
      </section>
    </div>
  );
}

import { useTranslations } from "next-intl";

type PhoneLinksProps = {
  phone: string;
  /** Whom the number reaches, told to who cannot see it stand beside the name. */
  name?: string;
};

/** Calls or writes to a number with one touch. */
export function PhoneLinks({ phone, name }: PhoneLinksProps) {
  const t = useTranslations("organization.page");
  const number = phone.replace(/[^\d+]/gu, "");
  return (
    <span className="phone-links">
      <a href={`tel:${number}`} aria-label={name && t("callTo", { name, phone })}>
        {t("call", { phone })}
      </a>
      <a href={`sms:${number}`} aria-label={name && t("textTo", { name })}>
        {t("text")}
      </a>
    </span>
  );
}

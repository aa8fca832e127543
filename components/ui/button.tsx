import Link from "next/link";
import type { ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonTone = "primary" | "secondary" | "danger";

const toneClass: Record<ButtonTone, string> = {
  primary: "btn btn-primary",
  secondary: "btn",
  danger: "btn btn-danger",
};

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style" | "disabled"> & {
  tone?: ButtonTone;
};

/** A button with a verb on it; one primary per view. Never disabled: say why instead. */
export function Button({ tone = "secondary", type = "button", ...button }: ButtonProps) {
  return <button {...button} type={type} className={toneClass[tone]} />;
}

type ButtonLinkProps = { href: string; tone?: ButtonTone; children: ReactNode; download?: boolean };

/** A link that looks like a button; `download` leaves the page's router out of it. */
export function ButtonLink({ href, tone = "secondary", children, download }: ButtonLinkProps) {
  if (download) {
    return (
      <a href={href} className={toneClass[tone]} download>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={toneClass[tone]} prefetch={false}>
      {children}
    </Link>
  );
}

/** Buttons side by side, one above the other on phones. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

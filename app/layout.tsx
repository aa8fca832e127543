import latinFont from "@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2";
import vietnameseFont from "@fontsource-variable/noto-sans/files/noto-sans-vietnamese-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { ClientMessages } from "@/components/shared/client-messages";
import { PreferencesProvider } from "@/components/shared/preferences-context";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import "./globals.css";

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#8c0e15" };

export async function generateMetadata(): Promise<Metadata> {
  const [common, shell] = await Promise.all([getTranslations("common"), getTranslations("shell")]);
  return {
    title: { default: common("productName"), template: `%s · ${common("productName")}` },
    description: shell("description"),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const preferences = await readPreferences();
  const { locale, textSize, theme } = preferences;
  preload(latinFont, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  preload(vietnameseFont, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html lang={locale} data-theme={theme} data-text-size={textSize}>
      <body>
        <ClientMessages>
          <PreferencesProvider value={preferences}>{children}</PreferencesProvider>
        </ClientMessages>
      </body>
    </html>
  );
}

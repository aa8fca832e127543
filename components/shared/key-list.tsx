import { useTranslations } from "next-intl";

const keys = [
  { name: "search", pressed: ["/"] },
  { name: "palette", pressed: ["Ctrl", "K"] },
  { name: "help", pressed: ["?"] },
  { name: "close", pressed: ["Esc"] },
] as const;

/** The keys there are and what each does. */
export function KeyList() {
  const t = useTranslations("palette.keys");
  return (
    <dl className="key-list">
      {keys.map(({ name, pressed }) => (
        <div key={name}>
          <dt>
            {pressed.map((key, place) => (
              <span key={key}>
                {place > 0 && " + "}
                <kbd lang="en">{key}</kbd>
              </span>
            ))}
          </dt>
          <dd>{t(`does.${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

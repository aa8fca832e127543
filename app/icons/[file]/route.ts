import { ICON_SPRITE } from "@/components/ui/icon";
import { iconSprite } from "@/components/ui/icon-sprite";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams(): { file: string }[] {
  return [{ file: ICON_SPRITE.split("/").at(-1) ?? "" }];
}

/** The pictures of all screens in one file. */
export function GET(): Response {
  return new Response(iconSprite(), { headers: { "content-type": "image/svg+xml" } });
}

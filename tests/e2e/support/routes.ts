import { globSync } from "node:fs";

/** Every page of the product as the file system has it, such as `/members/[id]/edit`, the more exact ones first. */
export const routes: readonly string[] = routesOf("page.tsx").sort(
  (one, other) => parameters(one) - parameters(other) || one.localeCompare(other),
);

/** Every address of the product, those that answer without a page too. */
export const addresses: readonly string[] = [...routes, ...routesOf("route.ts")].sort();

/** The page that answers at an address, or null where none does. */
export function routeOf(path: string): string | null {
  const asked = path.split("/");
  return routes.find((route) => fits(route.split("/"), asked)) ?? null;
}

function routesOf(file: "page.tsx" | "route.ts"): string[] {
  return globSync(`app/**/${file}`).map((path) => `/${path.split("/").slice(1, -1).filter(isPart).join("/")}`);
}

function fits(route: readonly string[], asked: readonly string[]): boolean {
  return route.length === asked.length && route.every((part, place) => isParameter(part) || part === asked[place]);
}

function isPart(part: string): boolean {
  return !part.startsWith("(");
}

function isParameter(part: string): boolean {
  return part.startsWith("[");
}

function parameters(route: string): number {
  return route.split("/").filter(isParameter).length;
}

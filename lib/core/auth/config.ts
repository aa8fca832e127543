import "server-only";
import { cookies } from "next/headers";
import NextAuth, { type NextAuthResult } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { SESSION_COOKIE } from "@/lib/core/auth/session-cookie";
import { accountOfSession } from "@/lib/core/auth/sessions";
import { env } from "@/lib/core/env";

declare module "next-auth" {
  interface User {
    session?: string;
  }
}

/* The library notes here where it would lead; nobody reads it. */
const CALLBACK_COOKIE = "__Host-sodb-callback";
const attributes = { httpOnly: true, sameSite: "lax", path: "/", secure: true } as const;

/*
 * The library keeps the cookie: encrypted, signed, with its attributes. Who somebody is was decided before, and whether the
 * session lives is decided by the database on every request.
 */
function withMaxAge(maxAge: number): NextAuthResult {
  return NextAuth({
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: "jwt", maxAge },
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: attributes },
      callbackUrl: { name: CALLBACK_COOKIE, options: attributes },
    },
    providers: [
      Credentials({
        credentials: { token: {} },
        async authorize({ token }) {
          const id = typeof token === "string" ? await accountOfSession(token) : null;
          return id && typeof token === "string" ? { id, session: token } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user?.session ? { session: user.session } : token),
    },
  });
}

/** Puts the token of an opened session into the browser's cookie, replacing whatever was there. */
export async function giveSessionCookie(token: string, maxAge: number): Promise<void> {
  await withMaxAge(maxAge).signIn("credentials", { token, redirect: false });
  (await cookies()).delete(CALLBACK_COOKIE);
}

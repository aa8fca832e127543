import { z } from "zod";

const secret = z.string().refine((value) => Buffer.from(value, "base64").length >= 32, "must hold at least 32 bytes");

const schema = z.object({
  APP_URL: z.url(),
  APP_DATABASE_URL: z.string().min(1),
  SIGNIN_DATABASE_URL: z.string().min(1),
  AUTH_SECRET: secret,
  IDENTITY_KEY: secret,
  WRITES_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  WHOLE_FILES_PER_DAY: z.coerce.number().int().min(1).default(3),
});

type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The settings this process was started with. Throws when one is missing or a secret is shorter than 32 bytes. */
export function env(): Env {
  parsed ??= schema.parse(process.env);
  return parsed;
}

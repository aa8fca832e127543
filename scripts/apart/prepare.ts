import { prepareDatabase } from "../database/prepare";
import { proveSafe } from "../database/prove-safe";
import { errorText, Refusal } from "../refusal";
import { openSecrets } from "../secrets";

/* Roles, database, migrations; apart, because the migration engine would stay in memory as long as the program runs. */

const { ADMIN_DATABASE_URL = "", DATA_DIR = "" } = process.env;

try {
  const urls = await prepareDatabase(ADMIN_DATABASE_URL, openSecrets(DATA_DIR));
  await proveSafe(urls.owner);
} catch (error) {
  console.error(error instanceof Refusal ? `\n${errorText(error)}` : error);
  process.exit(1);
}
process.exit(0);

import { inject } from "vitest";
import { renewTestDatabase } from "./test-database";

/* Runs before each integration test file is loaded, so the app's own settings module reads these values. */
const { secrets } = inject("testDatabase");
const urls = await renewTestDatabase();
process.env.APP_URL = "http://localhost:3000";
process.env.APP_DATABASE_URL = urls.app;
process.env.SIGNIN_DATABASE_URL = urls.signin;
process.env.AUTH_SECRET = secrets.authSecret;
process.env.IDENTITY_KEY = secrets.identityKey;
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = secrets.actionsKey;

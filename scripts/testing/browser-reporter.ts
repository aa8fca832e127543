import type { FullResult, Reporter, Suite, TestCase, TestError } from "@playwright/test/reporter";
import { firstLine, writeReport } from "./report";

/** Tells the stage of the browser run how its journeys ended, and what failed beside them. */
export default class StageReporter implements Reporter {
  #suite: Suite | undefined;
  readonly #errors: TestError[] = [];

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onError(error: TestError): void {
    this.#errors.push(error);
  }

  onEnd(_result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const passed = tests.filter((test) => test.outcome() === "expected");
    const failed = tests.filter((test) => ["unexpected", "flaky"].includes(test.outcome()));
    writeReport({
      passed: passed.length,
      failed: failed.length,
      skipped: tests.length - passed.length - failed.length,
      failures: [
        ...failed.map((test) => ({ name: nameOf(test), why: firstLine(test.results.at(-1)?.error?.message) })),
        ...this.#errors.map(({ message }) => ({ name: "beside the journeys", why: firstLine(message) })),
      ],
    });
  }

  printsToStdio(): boolean {
    return false;
  }
}

function nameOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(" > ");
}

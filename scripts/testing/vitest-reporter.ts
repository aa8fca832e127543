import { basename } from "node:path";
import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";
import { type Failure, firstLine, writeReport } from "./report";

/** Tells a stage of the test run how its tests ended, and what failed beside them: a file that does not load, an error nobody awaited. */
export default class StageReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    writeReport({
      passed: count("passed"),
      failed: count("failed"),
      skipped: tests.length - count("passed") - count("failed"),
      failures: [
        ...modules.flatMap(failuresOf),
        ...unhandled.map((error) => ({ name: placeOf(error), why: firstLine(error.message) })),
      ],
    });
  }
}

function failuresOf(module: TestModule): Failure[] {
  const file = module.relativeModuleId;
  const tests = [...module.children.allTests("failed")].map((test) => ({
    name: `${file} > ${test.fullName}`,
    why: firstLine(test.result().errors?.[0]?.message),
  }));
  const suites = [module, ...module.children.allSuites()].flatMap((suite) => suite.errors());
  return [...tests, ...suites.map(({ message }) => ({ name: file, why: firstLine(message) }))];
}

/* The runner names the file that ran when an error came up which no test awaited. */
function placeOf({ VITEST_TEST_PATH: path }: SerializedError): string {
  return typeof path === "string" ? `beside the tests, in ${basename(path)}` : "beside the tests";
}

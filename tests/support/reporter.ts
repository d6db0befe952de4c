import type { SerializedError } from 'vitest';
import { DefaultReporter, type TestModule, type Vitest } from 'vitest/node';

/**
 * The default report, and as the very last line `N passed, N failed, N skipped`, which CI reads. What breaks before or
 * beside the tests (a setup, an import, a stray rejection) counts as failed: a run that could not test is no success.
 */
export default class Reporter extends DefaultReporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };
  private ended = false;

  override onInit(vitest: Vitest): void {
    super.onInit(vitest);
    // Vitest writes on after the last hook, and calls none when a setup throws.
    process.on('exit', () => {
      if (!this.ended) this.counts.failed++;
      const { passed, failed, skipped } = this.counts;
      if (failed > 0) process.exitCode ||= 1;
      process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    });
  }

  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    ...rest: [reason: 'passed' | 'interrupted' | 'failed']
  ): void {
    super.onTestRunEnd(modules, errors, ...rest);
    this.ended = true;
    this.counts.failed += errors.length;
    for (const module of modules) this.count(module);
    if (rest[0] !== 'passed' && this.counts.failed === 0) this.counts.failed = 1;
  }

  private count(module: TestModule): void {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      this.counts[state === 'pending' ? 'skipped' : state]++;
    }
    // A file that does not load and a hook that throws fail no test of their own.
    const broken = [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0);
    this.counts.failed += broken.length;
  }
}

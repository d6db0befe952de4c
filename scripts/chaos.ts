import { checkAll } from './chaos/checks/all.ts';
import type { Fault } from './chaos/faults.ts';
import { helpText, type Options, readOptions } from './chaos/options.ts';
import { planOf } from './chaos/plan.ts';
import { play } from './chaos/play.ts';
import { figuresOf, openReport, type Report } from './chaos/report.ts';
import { runToItsEnd } from './support/run-to-its-end.ts';

/**
 * `pnpm chaos`: one seeded workload against one seeded nemesis, and then the invariants. With a planted fault it proves
 * that it would have noticed. Ends with 1 when an invariant is broken, or a fault is not caught.
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(helpText);
  const report = openReport(options.json);
  if (options.faults.length === 0) {
    const broken = await live(options, report);
    process.exitCode = broken.length > 0 ? 1 : 0;
    return;
  }
  for (const fault of options.faults) {
    const broken = await live(options, report, fault);
    const caught = broken.filter(({ invariant }) => invariant === fault.breaks);
    report.fault(fault, caught);
    if (caught.length === 0) process.exitCode = 1;
  }
}

/** One run, told. Gives what is broken. */
async function live({ seed, minutes, faults }: Options, report: Report, fault?: Fault) {
  const emphasis = fault
    ? { ...(fault.blows && { blows: fault.blows }), ...(fault.steps && { steps: fault.steps }), isAlone: true }
    : {};
  report.note(`seed ${seed}${fault ? `, with a fault: ${fault.what}` : ''}`);
  const { figures, checks } = await play(
    planOf(seed, minutes, emphasis),
    { fault, say: (line) => report.note(line) },
    async (story) => ({ figures: figuresOf(story, fault?.name ?? null), checks: await checkAll(story) }),
  );
  // Of many faults only what was caught is of interest.
  if (faults.length < 2) report.run(figures, checks);
  return checks.filter(({ broken }) => broken.length > 0);
}

await runToItsEnd(main);

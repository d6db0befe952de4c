import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd } from '../../support/children.ts';
import type { PageToMeasure } from './pages.ts';
import { openChromium } from './phone.ts';
import { type LighthouseResult, type PageLoad, readResult, scores } from './read-result.ts';
import type { WebBench } from './web.ts';

/** Chromium now and then records a load without its beginning, and Lighthouse asks to be run again. */
const TRIES = 3;

/** Loads a page once, as Lighthouse's phone on its slow line. Without scripts, only its speed is judged. */
export async function loadOnce(
  bench: Pick<WebBench, 'lighthouse' | 'chromium' | 'report'>,
  page: PageToMeasure,
  { scripts }: { scripts: boolean },
): Promise<PageLoad> {
  for (let tries = 1; ; tries++) {
    const result = await runLighthouse(bench, page, { scripts });
    if (result.runtimeError?.code !== 'NO_NAVSTART' || tries === TRIES) return readResult(result, page.url);
    bench.report.note(`  ${page.name}: recorded without its beginning, loaded again`);
  }
}

async function runLighthouse(
  { lighthouse, chromium }: Pick<WebBench, 'lighthouse' | 'chromium'>,
  page: PageToMeasure,
  { scripts }: { scripts: boolean },
): Promise<LighthouseResult> {
  const folder = await mkdtemp(join(tmpdir(), 'fraisier-bench-lighthouse-'));
  const browser = await openChromium(chromium, page.cookies);
  try {
    const file = join(folder, 'result.json');
    const { code, output } = await runToEnd(
      process.execPath,
      [
        ...[lighthouse, page.url, '--quiet', '--output=json', `--output-path=${file}`, `--port=${browser.port}`],
        ...['--form-factor=mobile', '--throttling-method=simulate', '--no-enable-error-reporting'],
        `--only-categories=${scripts ? scores.join(',') : 'performance'}`,
        ...(scripts ? [] : ['--blocked-url-patterns=*.js']),
      ],
      { env: { PATH: process.env.PATH, HOME: folder } },
    );
    const result = await readFile(file, 'utf8').catch(() => undefined);
    if (result === undefined) throw new Error(`Lighthouse ended with ${code}:\n${output}`);
    return JSON.parse(result) as LighthouseResult;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

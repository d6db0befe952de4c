import { setTimeout as sleep } from 'node:timers/promises';
import type { Calendar } from './calendar.ts';
import type { Life } from './people/life.ts';
import type { Blow, BlowKind, Plan } from './plan.ts';
import type { ChaosShop } from './shop.ts';

/** Deals the planned blows, each at its moment; what lasts is mended when it has lasted. */
export class Nemesis {
  readonly dealt: Blow[] = [];
  private readonly shop: ChaosShop;
  private readonly calendar: Calendar;

  constructor(shop: ChaosShop, calendar: Calendar) {
    this.shop = shop;
    this.calendar = calendar;
  }

  async rage({ blows }: Plan, life: Life): Promise<void> {
    const began = Date.now();
    const lasting: Promise<void>[] = [];
    for (const blow of blows) {
      await sleep(Math.max(0, began + blow.at - Date.now()));
      if (life.isOver() || life.isCalm()) break;
      this.dealt.push(blow);
      const dealing = this.deal(blow);
      // What the harness itself cannot do is told at the end.
      dealing.catch(() => {});
      lasting.push(dealing);
    }
    await Promise.all(lasting);
  }

  private async deal({ kind, forMs }: Blow): Promise<void> {
    const { shop } = this;
    const { api, worker, smtp: mail } = shop.lines;
    const during = async (begin: () => void, end: () => void) => {
      begin();
      await sleep(forMs);
      end();
    };
    const mailDoes = (tricks: Parameters<typeof shop.smtp.play>[0]) =>
      during(
        () => shop.smtp.play(tricks),
        () => shop.smtp.play({}),
      );
    const ways: Record<BlowKind, () => Promise<void>> = {
      'kill the server': () => shop.api.kill(forMs),
      'kill the worker': () => shop.worker.kill(forMs),
      'kill Postgres': () => shop.killPostgres(forMs),
      'lose the word of a commit': async () => {
        api.ambush({ needle: 'insert into "audit_log"', sprung: () => void shop.api.kill(0) });
        await sleep(4_000);
        api.ambush(null);
      },
      'cut the server’s line': () => during(api.cut, api.heal),
      'stall the server’s line': () => during(api.stall, api.heal),
      'reset the server’s line': async () => api.reset(),
      'cut the worker’s line': () => during(worker.cut, worker.heal),
      'stall the worker’s line': () => during(worker.stall, worker.heal),
      'mail server refuses for now': () => mailDoes({ RCPT: { say: '451 4.3.0 Later' } }),
      'mail server drops': () => mailDoes({ DATA: 'drop' }),
      'mail server dies after accepting': () => mailDoes({ answer: 'drop' }),
      'mail server stalls': () => mailDoes({ answer: 'stall' }),
      'cut the mail line': () => during(mail.cut, mail.heal),
      'clock goes back': () => this.calendar.goBack(15_000, forMs),
      'files are gone': () => during(shop.loseStorage, shop.findStorage),
    };
    await ways[kind]();
  }
}

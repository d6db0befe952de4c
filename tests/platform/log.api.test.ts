import { createLog } from '@fraisier/server/platform/log.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type TestShop } from '../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

it('the log says which rule a statement broke, and not what the row says of a person', async () => {
  const { id } = await shop.member({ email: 'ana@fraisier.test' });
  const broken = await Promise.allSettled([
    shop.pool.query("insert into members (email, name, email_verified) values ('ana@fraisier.test', 'Ana', true)"),
    shop.pool.query("update members set role = 'queen' where id = $1", [id]),
  ]);
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  for (const statement of broken) {
    if (statement.status !== 'rejected') throw new Error('it was taken');
    expect(statement.reason.detail).toContain('ana@fraisier.test');
    log.error({ err: statement.reason }, 'request failed');
  }
  expect(lines.map((line) => JSON.parse(line).err.constraint)).toEqual(['members_email_key', 'members_role_check']);
  expect(lines.join()).not.toContain('ana@fraisier.test');
});

import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getSettings, putSettings } from '@fraisier/shared/contracts/settings.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import { countPrintWork } from '../cycle/prints/printed.sql.ts';
import { shopNow } from './clock/clock.sql.ts';
import { readDeskCounts } from './desk/desk.sql.ts';
import type { Routes } from './http/route.ts';
import { putSettings as writeSettings } from './settings/put-settings.ts';
import { readPayRecord, readSettings } from './settings/settings.sql.ts';
import { printPromiseView, settingsView } from './settings/settings.view.ts';

export const shopRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(getShop, async () => {
    const [settings, now, record] = await Promise.all([readSettings(db), shopNow(db), readPayRecord(db)]);
    return {
      name: settings.shop_name,
      demo: deps.config.demo,
      now: now.toISOString(),
      timeZone: settings.time_zone,
      email: settings.email,
      imprint: {
        legalName: settings.legal_name,
        legalForm: settings.legal_form,
        registration: settings.registration,
        vatNumber: settings.vat_number,
        publisher: settings.publisher,
        street: settings.street,
        postalCode: settings.postal_code,
        city: settings.city,
        country: settings.country,
        host: settings.host,
        mediator: settings.mediator,
      },
      printArea: { widthMm: settings.print_width_mm, heightMm: settings.print_height_mm },
      maxInks: settings.max_inks,
      print: printPromiseView(settings),
      piecePrice: eur(settings.piece_price_cents),
      shipping: eur(settings.shipping_cents),
      vatRateBp: settings.vat_rate_bp,
      runSize: settings.run_size,
      bounty: {
        money: eur(settings.bounty_cents),
        isNet: settings.bounty_is_net,
        days: settings.bounty_days,
        changeWaitHours: settings.iban_wait_hours,
      },
      averageDaysToPay: record.average_days,
      payRecord: {
        paid: record.paid,
        onTime: record.on_time,
        longestDays: record.longest_days,
        late: record.late,
      },
    };
  });

  route(getSettings, async () => settingsView(await readSettings(db)));
  route(putSettings, ({ member, body }) => writeSettings(deps, member, body));

  route(getDesk, async () => {
    const [counts, prints] = await Promise.all([readDeskCounts(db), countPrintWork(db)]);
    return { ...counts, ...prints, oldestReviewSince: counts.oldestReviewSince?.toISOString() ?? null };
  });
};

import type { Deps } from '../../deps.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { listBuyersToAsk } from './feedback.sql.ts';
import { recommendationMail } from './recommendation.mail.ts';

/** After this many days a shirt has been worn. */
const DAYS_AFTER_SENDING = 7;

/** Asks each buyer once whether they would recommend the shop: the mail's cause can stand in the outbox only once. */
export async function askRecommendations(deps: Deps): Promise<void> {
  for (const buyer of await listBuyersToAsk(deps.db, DAYS_AFTER_SENDING)) {
    await deps.db.transaction().execute((trx) =>
      writeMail(trx, {
        cause: `recommendation:${buyer.orderId}`,
        to: buyer.email,
        locale: buyer.locale,
        template: 'recommendation',
        content: recommendationMail(buyer, `${deps.config.appUrl}/${buyer.locale}/orders/${buyer.orderId}`),
      }),
    );
  }
}

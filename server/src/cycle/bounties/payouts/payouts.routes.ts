import * as contracts from '@fraisier/shared/contracts/bounties-payouts.ts';
import type { FastifyRequest } from 'fastify';
import type * as Type from 'typebox';
import type { Routes } from '../../../platform/http/route.ts';
import { readUpload, type UploadedFile } from '../../../platform/http/upload.ts';
import { importBankFile, previewBankFile } from '../bank/import-bank-file.ts';
import { playBank } from '../bank/play-bank.ts';
import { readBankFile, readBankFiles, readOpenBankLines, readPreview } from '../bank/read-bank-files.ts';
import { settlePayment } from '../bank/settle-payment.ts';
import { solveBankLine } from '../bank/solve-bank-line.ts';
import { cancelPayout } from './cancel-payout.ts';
import { createPayout } from './create-payout.ts';
import { downloadPayout } from './download-payout.ts';
import { previewPayout } from './preview-payout.ts';
import { readPayout, readPayouts } from './read-payouts.ts';
import { sendPayout } from './send-payout.ts';

export const payoutsRoutes: Routes = (route, deps) => {
  const { db, storage } = deps;

  route(contracts.previewPayout, ({ member, body }) =>
    previewPayout(deps, { actor: member, bountyIds: body.bounties }),
  );

  route(contracts.createPayout, async ({ member, body }) =>
    readPayout(db, await createPayout(deps, { actor: member, bountyIds: body.bounties })),
  );

  route(contracts.listPayouts, ({ query }) => readPayouts(db, query.cursor));

  route(contracts.downloadPayout, async ({ member, params, query }) => {
    const evenIfVoid = query.evenIfVoid ?? false;
    const { xml, fileName } = await downloadPayout(deps, { payoutId: params.payout, actor: member, evenIfVoid });
    return { body: xml, fileName, bytes: xml.length };
  });

  route(contracts.sendPayout, async ({ member, params }) => {
    await sendPayout(deps, { payoutId: params.payout, actor: member });
    return readPayout(db, params.payout);
  });

  route(contracts.cancelPayout, async ({ member, params, body }) => {
    await cancelPayout(deps, { payoutId: params.payout, actor: member, reason: body.reason });
    return readPayout(db, params.payout);
  });

  route(contracts.settlePayment, async ({ member, params, body }) => {
    await settlePayment(deps, { payoutId: params.payout, paymentId: params.payment, actor: member, outcome: body });
    return readPayout(db, params.payout);
  });

  /** The file is there for as long as `use` runs, and gone whatever comes of it. */
  const withUpload = async <S extends Type.TSchema, T>(
    request: FastifyRequest,
    schema: S,
    use: (file: UploadedFile, fields: Type.Static<S>) => Promise<T>,
  ): Promise<T> => {
    const { file, fields } = await readUpload(request, {
      fileField: 'file',
      schema,
      maxBytes: contracts.BANK_FILE_BYTES,
      storage,
    });
    try {
      return await use(file, fields);
    } finally {
      await storage.remove(file.key);
    }
  };

  route(contracts.previewBankFile, ({ member, request }) =>
    withUpload(request, contracts.previewBankFile.body, async (file) =>
      readPreview(db, await previewBankFile(deps, { file, actor: member })),
    ),
  );

  route(contracts.importBankFile, ({ member, request }) =>
    withUpload(request, contracts.importBankFile.body, async (file, { plan }) => {
      await importBankFile(deps, { file, actor: member, plan });
      return readBankFile(db, file.sha256);
    }),
  );

  route(contracts.listBankFiles, ({ query }) => readBankFiles(db, query.cursor));

  route(contracts.listOpenBankLines, ({ query }) => readOpenBankLines(db, query.cursor));

  route(contracts.solveBankLine, async ({ member, params, body }) => {
    await solveBankLine(deps, { lineId: params.line, actor: member, solution: body.solution });
    return undefined;
  });

  // There is no bank in the demo; elsewhere this address does not exist.
  if (deps.config.demo) {
    route(contracts.playBank, async ({ member, params }) => {
      const { xml, fileName } = await playBank(deps, { payoutId: params.payout, answer: params.answer, actor: member });
      return { body: xml, fileName, bytes: xml.length };
    });
  }
};

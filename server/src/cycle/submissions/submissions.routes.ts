import * as contracts from '@fraisier/shared/contracts/submissions.ts';
import * as own from '@fraisier/shared/contracts/submissions-own.ts';
import * as reviews from '@fraisier/shared/contracts/submissions-reviews.ts';
import { ARTWORK_LIMITS } from '@fraisier/shared/cycle/artwork-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyRequest } from 'fastify';
import * as Type from 'typebox';
import type { Routes } from '../../platform/http/route.ts';
import { readUpload } from '../../platform/http/upload.ts';
import { admitDesign } from './admit-design.ts';
import { findArtwork } from './artworks.sql.ts';
import { decideReviews } from './decide-reviews.ts';
import { listGallery, listMine, listWaiting, readDesigner } from './list-designs.ts';
import { placeArtwork } from './place-artwork.ts';
import { assertVisible, readDesign } from './read-designs.ts';
import { refuseDesign } from './refuse-design.ts';
import { assertChangeable, replaceArtwork } from './replace-artwork.ts';
import { assertTakesDesigns, submitDesign } from './submit-design.ts';
import { oneOfFew } from './upload-quota.ts';
import { withdrawDesign } from './withdraw-design.ts';

/** The rights are not a matter of the form: without them the rule refuses the design, with all it has to say. */
const submissionForm = Type.Object({
  ...own.submitDesign.body.properties,
  rightsDeclared: Type.Optional(Type.String()),
});

export const submissionsRoutes: Routes = (route, deps) => {
  const { db, storage } = deps;
  const upload = <S extends Type.TObject>(request: FastifyRequest, schema: S) =>
    readUpload(request, { fileField: 'artwork', schema, maxBytes: ARTWORK_LIMITS.maxBytes, storage });

  route(own.submitDesign, async ({ params, member, request }) => {
    await assertTakesDesigns(db, params.round, member.id);
    const { designId } = await oneOfFew(member.id, async () => {
      const { file, fields } = await upload(request, submissionForm);
      const texts = { story: '', altText: '', sources: '', ...fields };
      return submitDesign(deps, { round: params.round, member, file, fields: texts });
    });
    return readDesign(db, designId, member);
  });

  route(contracts.getDesign, ({ params, member }) => readDesign(db, params.design, member));

  route(own.replaceArtwork, async ({ params, member, request }) => {
    await assertVisible(db, params.design, member);
    await assertChangeable(db, params.design, member.id);
    await oneOfFew(member.id, async () => {
      const { file } = await upload(request, own.replaceArtwork.body);
      await replaceArtwork(deps, { designId: params.design, member, file });
    });
    return readDesign(db, params.design, member);
  });

  route(own.placeArtwork, async ({ params, member, body }) => {
    await assertVisible(db, params.design, member);
    await placeArtwork(deps, { designId: params.design, member, placement: body });
    return readDesign(db, params.design, member);
  });

  route(own.withdrawDesign, async ({ params, member }) => {
    await assertVisible(db, params.design, member);
    await withdrawDesign(deps, params.design, member);
    return readDesign(db, params.design, member);
  });

  route(reviews.admitDesign, async ({ params, member }) => {
    await admitDesign(deps, params.design, member);
    return readDesign(db, params.design, member);
  });

  route(reviews.refuseDesign, async ({ params, member, body }) => {
    await refuseDesign(deps, params.design, body, member);
    return readDesign(db, params.design, member);
  });

  route(own.downloadOriginal, async ({ params, member }) => {
    const row = await assertVisible(db, params.design, member);
    if (row.designer_id !== member.id && member.role === 'member') throw new Problem('not_owner');
    const artwork = row.artwork_id ? await findArtwork(db, row.artwork_id) : undefined;
    if (!artwork) throw new Problem('not_found');
    return { body: () => storage.read(artwork.storage_key), fileName: artwork.file_name, bytes: artwork.bytes };
  });

  route(contracts.listRoundDesigns, ({ params, query }) => listGallery(db, params.round, query));
  route(reviews.listReviews, ({ query, member }) => listWaiting(db, member, query));
  route(reviews.decideReviews, ({ body, member }) => decideReviews(deps, body, member));
  route(contracts.listMyDesigns, ({ query, member }) => listMine(db, member, query));
  route(contracts.getDesigner, ({ params }) => readDesigner(db, params.designer));
};

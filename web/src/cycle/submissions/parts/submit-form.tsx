import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getDesign, listMyDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { submitDesign } from '@fraisier/shared/contracts/submissions-own.ts';
import { limitsOf } from '@fraisier/shared/cycle/artwork-rules.ts';
import { type Placement, placementIn, placementText } from '@fraisier/shared/cycle/placement.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { goTo } from '../../../platform/app/go-to.ts';
import { deviceStorage } from '../../../platform/device.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { invalidate, keyOf } from '../../../platform/query.ts';
import { Wrap } from '../../../platform/ui/layout.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { Note } from '../../../platform/ui/note.tsx';
import { Steps } from '../../../platform/ui/steps.tsx';
import { type Draft, draftFaults, emptyDraft, forgetDraft, isEmpty, keepDraft, loadDraft } from '../draft.ts';
import { SIZES } from '../preflight/use-chosen.ts';
import { canBeSent, useReadFile } from '../preflight/use-read-file.ts';
import { keepPreview } from '../sent-previews.ts';
import { isFileProblem, useFieldErrors } from '../submit-problems.ts';
import { useArtworkUpload } from '../use-artwork-upload.ts';
import { ArtworkField, groundFor } from './artwork-field.tsx';
import { FabricChoice } from './fabric-choice.tsx';
import { PlaceOnShirt } from './place-on-shirt.tsx';
import { SendPart } from './send-part.tsx';
import styles from './submit-form.module.css';
import { WordsFields } from './words-fields.tsx';

/** Hands a design in: file, check, fabric and words, sending, on one page that grows with what is known. */
export function SubmitForm({ round, member }: { round: Round; member: string }) {
  const text = useText('submit');
  const format = useFormat();
  const lang = useLang();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [kept, setKept] = useState<'empty' | 'found' | 'kept' | 'refused'>('empty');
  const [rights, setRights] = useState(false);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { sending, problem, stopped, send, stop } = useArtworkUpload(submitDesign);
  const { promise } = round;
  const rules = useMemo(() => ({ area: promise.printArea, limits: limitsOf(promise) }), [promise]);
  const [chosen, setChosen] = useState<Placement | null>(null);
  const { read, take, placement, rested } = useReadFile(rules, draft.fabric, chosen);

  useEffect(() => {
    const found = loadDraft(deviceStorage(), member, round.slug);
    if (isEmpty(found)) return;
    setDraft(found);
    setKept('found');
  }, [member, round.slug]);
  const write = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    setKept(keepDraft(deviceStorage(), member, round.slug, next) ? 'kept' : 'refused');
  };

  const preview = read?.preview ?? null;
  const isSending = sending !== null;
  useEffect(() => {
    // The squeegee is at the top; the button was at the foot.
    if (isSending) window.scrollTo({ top: 0 });
  }, [isSending]);

  const faults = draftFaults(draft, rights);
  const isGood = canBeSent(read);
  const missing = faults.length + (isGood ? 0 : 1);
  const byField = useFieldErrors(tried ? faults : [], problem);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing > 0 || !read || !draft.fabric) {
      // After the errors stand in the page.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const design = await send({
      params: { round: round.slug },
      file: read.file,
      fields: {
        title: draft.title.trim(),
        story: draft.story.trim(),
        altText: draft.altText.trim(),
        ...(draft.altTextEn.trim() ? { altTextEn: draft.altTextEn.trim() } : {}),
        fabric: draft.fabric,
        sources: draft.sources.trim(),
        rightsDeclared: 'true',
        ...(placement ? { placement: placementText(placement) } : {}),
      },
    });
    if (!design) return;
    forgetDraft(deviceStorage(), member, round.slug);
    keepPreview(design.id, preview);
    client.setQueryData(keyOf(getDesign, { params: { design: design.id } }), design);
    void invalidate(client, listMyDesigns);
    void invalidate(client, getRound);
    goTo(`/${lang}/designs/${design.id}`);
  };

  const step = sending ? 3 : !read ? 0 : !isGood ? 1 : draft.fabric === null ? 2 : 3;
  const places = round.counts.capacity - round.counts.designs;
  return (
    <Wrap className={styles.page}>
      <div className={styles.top} data-ink={monthCode(round.month)}>
        <h1 className="d5">{draft.title.trim() || text.title}</h1>
        <Steps steps={text.steps} current={step} />
      </div>
      <p className={`muted ${styles.open}`}>
        {text.open(`${format.day(round.planned.voting)}, ${format.time(round.planned.voting)}`)} {text.places(places)}
      </p>
      {kept === 'found' && !read && <Note className={styles.found}>{text.words.found}</Note>}
      <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
        <ArtworkField
          round={round}
          read={read}
          fabric={draft.fabric}
          alt={draft.altText}
          placement={placement}
          sending={sending}
          onStop={stop}
          onFile={take}
          error={
            problem && isFileProblem(problem.code)
              ? problem.code
              : tried && !isGood
                ? read
                  ? text.errors.fileBlocked
                  : text.errors.file
                : undefined
          }
        />
        {preview && isGood && !sending && (
          <>
            <section className={styles.part} data-ink={monthCode(round.month)}>
              <h2 className="d4">{text.place.title}</h2>
              <PlaceOnShirt
                area={promise.printArea}
                file={read}
                picture={preview}
                fabric={draft.fabric ?? groundFor(read) ?? 'blanc'}
                placement={placementIn(promise.printArea, read, placement)}
                onChange={setChosen}
                resolution={read.findings.find(({ code }) => code === SIZES)}
              />
            </section>
            <section className={styles.part}>
              <h2 className="d4">{text.fabric.title}</h2>
              <p className={`muted ${styles.intro}`}>{text.fabric.text}</p>
              <FabricChoice
                picture={preview}
                area={promise.printArea}
                placement={rested}
                lost={read.measured?.measures.contrast ?? null}
                value={draft.fabric}
                onChange={(fabric) => write({ fabric })}
                error={byField.fabric}
              />
            </section>
            <section className={styles.part}>
              <h2 className="d4">{text.words.title}</h2>
              <WordsFields
                draft={draft}
                onChange={write}
                rights={rights}
                onRights={setRights}
                errors={byField}
                isKept={kept !== 'refused'}
              />
            </section>
            <SendPart missing={tried ? missing : 0} problem={problem} stopped={stopped} />
          </>
        )}
      </form>
    </Wrap>
  );
}

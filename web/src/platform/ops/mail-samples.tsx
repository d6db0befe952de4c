import { getMailSample, listMailTemplates, showMailSample } from '@fraisier/shared/contracts/mails.ts';
import { addressOf } from '../api.ts';
import { showQuery } from '../app/go-to.ts';
import { useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { PlainLink } from '../ui/link.tsx';
import { Loading } from '../ui/loading.tsx';
import { Segments } from '../ui/segments.tsx';
import styles from './mail.module.css';
import { type MailView, mailQuery } from './mail-lists.ts';

/** Every mail of the shop, in each language, wide and narrow, by day and by night. */
export function MailSamples({ view }: { view: MailView }) {
  const text = useText('ops-mail');
  const templates = useCall(listMailTemplates);
  return (
    <div className={styles.samples}>
      <nav aria-label={text.samples} className={styles.list}>
        <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />
        {templates.isPending && <Loading />}
        <ul>
          {templates.data?.items.map(({ template }) => (
            <li key={template}>
              <PlainLink
                to={`/ops/mail?${mailQuery(view, { template })}`}
                aria-current={template === view.template ? 'page' : undefined}
              >
                {text.templates[template] ?? template}
              </PlainLink>
            </li>
          ))}
        </ul>
      </nav>
      <Sample view={view} topic={templates.data?.items.find((one) => one.template === view.template)?.topic ?? null} />
    </div>
  );
}

function Sample({ view, topic }: { view: MailView; topic: string | null }) {
  const text = useText('ops-mail');
  const { template, locale, theme, width } = view;
  const sample = useCall(getMailSample, { params: { template }, query: { locale } });
  const name = text.templates[template] ?? template;
  return (
    <section className={styles.sample} aria-label={name}>
      <header className={styles.top}>
        <div>
          <h2 className="d3">{name}</h2>
          <p className="small muted">{topic ? text.canStop : text.cannotStop}</p>
        </div>
        <Controls view={view} />
      </header>
      <ErrorNote error={sample.error} onRetry={() => void sample.refetch()} />
      {sample.isPending && <Loading />}
      {sample.data && (
        <>
          <p className={styles.subject} lang={locale}>
            <span className="small muted">{text.subject}</span> {sample.data.subject}
          </p>
          <div className={styles.both}>
            <figure>
              <figcaption className="small muted">{text.html}</figcaption>
              <div className={styles.screen} data-width={width}>
                <iframe
                  key={`${template} ${locale} ${theme}`}
                  title={`${name}, ${text.html}`}
                  sandbox=""
                  src={addressOf(showMailSample, { params: { template }, query: { locale, theme } })}
                />
              </div>
            </figure>
            <figure>
              <figcaption className="small muted">{text.text}</figcaption>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
              <section className={styles.text} aria-label={text.text} tabIndex={0} lang={locale}>
                {sample.data.text}
              </section>
            </figure>
          </div>
        </>
      )}
      <p className="small muted">{text.sampleHint}</p>
    </section>
  );
}

function Controls({ view }: { view: MailView }) {
  const text = useText('ops-mail');
  const set = (change: Partial<MailView>) => showQuery(mailQuery(view, change), { replace: true });
  return (
    <div className={styles.controls}>
      <Segments
        label={text.locale}
        labelHidden
        value={view.locale}
        options={(['fr', 'en'] as const).map((value) => ({ value, label: text.locales[value] }))}
        onChange={(locale) => set({ locale })}
      />
      <Segments
        label={text.width}
        labelHidden
        value={view.width}
        options={(['wide', 'narrow'] as const).map((value) => ({ value, label: text.widths[value] }))}
        onChange={(width) => set({ width })}
      />
      <Segments
        label={text.theme}
        labelHidden
        value={view.theme}
        options={(['light', 'dark'] as const).map((value) => ({ value, label: text.themes[value] }))}
        onChange={(theme) => set({ theme })}
      />
    </div>
  );
}

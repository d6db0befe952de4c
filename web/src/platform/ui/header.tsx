import { getMe } from '@fraisier/shared/contracts/people.ts';
import { useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { otherLang, otherLanguagePath } from '../i18n/language.ts';
import { useLang, useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { Brand } from './brand.tsx';
import styles from './header.module.css';
import { CrossIcon, MenuIcon } from './icons.tsx';
import { PlainLink } from './link.tsx';

/** The shop's header. `over`: its right half lies on a field of the month's ink. */
export function Header({ over = false }: { over?: boolean }) {
  const text = useText('platform');
  return (
    <header className={[styles.header, over && styles.over].filter(Boolean).join(' ')}>
      <Brand />
      <nav className={styles.nav} aria-label={text.nav.label}>
        <MainLinks />
      </nav>
      <div className={styles.tools}>
        <LanguageSwitch />
        <PersonLinks />
      </div>
      <PhoneMenu />
    </header>
  );
}

function MainLinks() {
  const { nav } = useText('platform');
  return (
    <>
      <PlainLink to="/">{nav.round}</PlainLink>
      <PlainLink to="/runs">{nav.runs}</PlainLink>
      <PlainLink to="/pages/method">{nav.method}</PlainLink>
    </>
  );
}

function PersonLinks() {
  const { nav } = useText('platform');
  const me = useCall(getMe).data;
  if (!me) return <PlainLink to="/sign-in">{nav.signIn}</PlainLink>;
  return (
    <>
      {me.role !== 'member' && <PlainLink to="/ops">{nav.workshop}</PlainLink>}
      <PlainLink to="/me">{nav.notebook}</PlainLink>
    </>
  );
}

/** FR and EN: the same page in the other language, by a whole page load. */
export function LanguageSwitch() {
  const lang = useLang();
  const { nav } = useText('platform');
  const [pathname] = useLocation();
  const query = useSearch();
  const other = otherLang(lang);
  const remember = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not everywhere, and this is not secret.
    document.cookie = `lang=${other}; path=/; max-age=31536000; samesite=lax`;
  };
  const link = (
    <a href={otherLanguagePath(pathname, query)} hrefLang={other} lang={other} onClick={remember}>
      <span aria-hidden="true">{other.toUpperCase()}</span>
      <span className="unseen">{nav.otherLanguage}</span>
    </a>
  );
  const here = <b aria-hidden="true">{lang.toUpperCase()}</b>;
  return (
    <span className={styles.languages}>
      {lang === 'fr' ? here : link}
      {lang === 'fr' ? link : here}
    </span>
  );
}

/** On phones the links stand in a native dialog: focus, Escape and the background are the browser's business. */
function PhoneMenu() {
  const { nav } = useText('platform');
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className={styles.burger} onClick={() => dialog.current?.showModal()}>
        {nav.menu}
        <MenuIcon />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link inside was chosen; keys make the same click. */}
      <dialog
        ref={dialog}
        className={styles.menu}
        aria-label={nav.menu}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a')) dialog.current?.close();
        }}
      >
        <div className={styles.menuTop}>
          <Brand />
          <button type="button" className={styles.shut} onClick={() => dialog.current?.close()}>
            {nav.closeMenu}
            <CrossIcon />
          </button>
        </div>
        <nav className={styles.menuLinks} aria-label={nav.label}>
          <MainLinks />
          <PersonLinks />
        </nav>
        <LanguageSwitch />
      </dialog>
    </>
  );
}

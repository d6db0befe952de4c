import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { Brand } from './brand.tsx';
import styles from './footer.module.css';
import { InkBar } from './ink-bar.tsx';
import { PlainLink } from './link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

export function Footer() {
  const text = useText('platform');
  const { footer } = text;
  const shop = useCall(getShop).data;
  const columns: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      footer.vote,
      [
        ['/pages/rules', footer.rules],
        ['/rounds', footer.archive],
        ['/verify', footer.verify],
      ],
    ],
    [
      footer.draw,
      [
        ['/pages/designers', footer.designers],
        ['/pages/bounty', footer.bounty],
      ],
    ],
    [
      footer.buy,
      [
        ['/pages/sizes', footer.sizes],
        ['/pages/terms', footer.terms],
        ['/pages/privacy', footer.privacy],
      ],
    ],
    [
      footer.write,
      [
        ['/contact', footer.contact],
        ['/pages/imprint', footer.imprint],
      ],
    ],
  ];
  return (
    <footer className={styles.footer}>
      <div className={styles.columns}>
        <div className={styles.about}>
          <Brand />
          <p className="small muted">{text.tagline}</p>
        </div>
        {columns.map(([title, links]) => (
          <section key={title}>
            <h2 className={styles.title}>{title}</h2>
            <ul>
              {links.map(([to, label]) => (
                <li key={label}>
                  <PlainLink to={to}>{label}</PlainLink>
                </li>
              ))}
              {title === footer.write && (
                <li className={styles.said}>
                  {shop?.email && <a href={`mailto:${shop.email}`}>{shop.email}</a>}
                  <p className="muted">{footer.answer}</p>
                </li>
              )}
            </ul>
          </section>
        ))}
      </div>
      {shop?.demo && (
        <p className={styles.demo}>
          {footer.demo} <PlainLink to="/demo/mail">{footer.demoMail}</PlainLink>
        </p>
      )}
      <div className={styles.foot}>
        <InkBar label={footer.inks} />
        <ThemeSwitch />
      </div>
    </footer>
  );
}

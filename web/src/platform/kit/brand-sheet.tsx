import { useText } from '../i18n/use-text.ts';
import { Brand, Mark, Wordmark } from '../ui/brand.tsx';
import { Footer } from '../ui/footer.tsx';
import { Header, LanguageSwitch } from '../ui/header.tsx';
import {
  ArrowIcon,
  BackIcon,
  CheckIcon,
  ClockIcon,
  CrossIcon,
  DashIcon,
  DownloadIcon,
  MenuIcon,
  RegisterMark,
  ShirtOutline,
} from '../ui/icons.tsx';
import { Stack } from '../ui/layout.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
import styles from './brand-sheet.module.css';
import { Part, Sheet, Shot } from './sheet.tsx';

const icons = [ArrowIcon, BackIcon, CheckIcon, CrossIcon, ClockIcon, DashIcon, MenuIcon, DownloadIcon, RegisterMark];

export function BrandSheet({ number }: { number: number }) {
  const { parts, state } = useText('kit');
  return (
    <Sheet id="brand" number={number}>
      <Part title={parts.mark} of="brand.tsx" span={6}>
        <div className={styles.marks}>
          <Mark className={styles.mark} />
          <div>
            <Brand />
            <Wordmark />
          </div>
        </div>
      </Part>
      <Part title={parts.icons} of="icons.tsx" span={6}>
        <div className={styles.icons}>
          {icons.map((Icon, index) => (
            <Icon key={String(index)} className={styles.icon} />
          ))}
          <ShirtOutline />
        </div>
      </Part>
      <Part title={parts.switches} of="header.tsx, theme-switch.tsx">
        <div className={styles.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </Part>
      {/* They stand around this page too: here they are to be looked at only. */}
      <Part title={parts.head} of="header.tsx" wide>
        <Stack gap={5}>
          <Shot state={state.rest}>
            <div inert>
              <Header />
            </div>
          </Shot>
          <Shot state={state.ink}>
            <div inert className="field-of-ink">
              <Header />
            </div>
          </Shot>
        </Stack>
      </Part>
      <Part title={parts.foot} of="footer.tsx" wide>
        <div inert className={styles.foot}>
          <Footer />
        </div>
      </Part>
    </Sheet>
  );
}

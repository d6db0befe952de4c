import { useEffect, useId, useState } from 'react';
import { chooseTheme, type Theme, themeOf, themes } from '../app/theme.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './theme-switch.module.css';

/** Light, dark, or as the device: kept in a cookie, so that the server paints the right one at once. */
export function ThemeSwitch() {
  const { footer } = useText('platform');
  const name = useId();
  const [chosen, setChosen] = useState<Theme | null>(null);
  useEffect(() => setChosen(themeOf(document.documentElement.dataset.theme)), []);
  return (
    <fieldset className={styles.switch}>
      <legend className="unseen">{footer.theme}</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input
            type="radio"
            name={name}
            value={theme}
            checked={chosen === theme}
            onChange={() => {
              setChosen(theme);
              chooseTheme(theme);
            }}
          />
          <span>{footer.themes[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}

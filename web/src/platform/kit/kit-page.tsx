import { useText } from '../i18n/use-text.ts';

export function Page() {
  const text = useText('kit');
  return <h1 className="d5">{text.title}</h1>;
}

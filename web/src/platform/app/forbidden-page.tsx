import { useText } from '../i18n/use-text.ts';
import { Link } from '../ui/link.tsx';
import { Plate } from './plate.tsx';

export function ForbiddenPage() {
  const { forbidden, error } = useText('platform');
  return (
    <Plate title={forbidden.title} figure="403">
      <p className="lead">{forbidden.text}</p>
      <p>
        <Link to="/">{error.home}</Link>
      </p>
    </Plate>
  );
}

import { useText } from '../i18n/use-text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { Plate } from './plate.tsx';

export function NotFoundPage() {
  const { notFound } = useText('platform');
  return (
    <Plate title={notFound.title} figure="404">
      <p className="lead">{notFound.text}</p>
      <p>
        <ButtonLink to="/" kind="ink">
          {notFound.home}
        </ButtonLink>
      </p>
      <p>
        <Link to="/runs">{notFound.runs}</Link>
      </p>
    </Plate>
  );
}

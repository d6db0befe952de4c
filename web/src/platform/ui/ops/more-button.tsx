import { useText } from '../../i18n/use-text.ts';
import { Button } from '../button.tsx';
import { ErrorNote } from '../error-note.tsx';
import type { Pages } from './use-pages.ts';

/** Under a list: its next page, or why it did not come. */
export function MoreButton({ pages }: { pages: Pages<unknown> }) {
  const { more } = useText('ops');
  return (
    <>
      {pages.items && <ErrorNote error={pages.error} onRetry={pages.retry} />}
      {(pages.more || pages.loadingMore) && (
        <div>
          <Button kind="line" small busy={pages.loadingMore} onClick={() => pages.more?.()}>
            {more}
          </Button>
        </div>
      )}
    </>
  );
}

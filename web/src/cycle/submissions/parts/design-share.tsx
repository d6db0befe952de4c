import { useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { toast } from '../../../platform/ui/toast.tsx';

/** Copies the address of the page. It shows the design; it does not vote. */
export function DesignShare() {
  const text = useText('design');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.origin + window.location.pathname);
      toast(text.shared);
    } catch {
      toast(text.notShared, 'warn');
    }
  };
  return (
    <Button kind="line" small onClick={() => void copy()}>
      {text.share}
    </Button>
  );
}

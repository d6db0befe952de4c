import { useText } from '../../platform/i18n/use-text.ts';
import { PlainLink } from '../../platform/ui/link.tsx';

/** Who drew something, in words also when the account is erased: then there is no name. */
export function useNameOf(): (name: string) => string {
  const { unnamed } = useText('platform');
  return (name) => name || unnamed;
}

/** The name, leading to the designer's page where there is one. */
export function DesignerName({ designer }: { designer: { readonly id: string; readonly name: string } }) {
  const nameOf = useNameOf();
  if (!designer.name) return nameOf('');
  return (
    <PlainLink to={`/designers/${designer.id}`} className="strong">
      {designer.name}
    </PlainLink>
  );
}

interface MarkProps {
  readonly className?: string | undefined;
}

const outline = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinejoin: 'round',
} as const;

/** A slip of torn paper. */
export function ReceiptMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 44 52" width="44" height="52" aria-hidden="true" {...outline}>
      <path d="M3 3h38v44l-4.75-4-4.75 4-4.75-4-4.75 4-4.75-4-4.75 4-4.75-4-4.75 4z" />
      <path d="M11 14h22M11 22h22M11 30h12" />
    </svg>
  );
}

/** A bundle of sheets, tied. */
export function BundleMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 52 52" width="52" height="52" aria-hidden="true" {...outline}>
      <path d="M3 13h46v36H3zM7 13V8h38v5M11 8V3h30v5M3 31h46M26 13v36" />
    </svg>
  );
}

import type { ReactNode } from 'react';

interface IconProps {
  readonly className?: string | undefined;
}

/** 20 × 20, 2 px strokes, square ends. Always beside a word, so hidden from screen readers. */
function icon(paths: ReactNode, stroke = 2) {
  return function Icon({ className }: IconProps) {
    return (
      <svg
        className={className}
        viewBox="0 0 20 20"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth={stroke}
        aria-hidden="true"
      >
        {paths}
      </svg>
    );
  };
}

export const ArrowIcon = icon(<path d="M3 10h13M11 4.5 16.5 10 11 15.5" />);
export const BackIcon = icon(<path d="M17 10H4M9 4.5 3.5 10 9 15.5" />);
export const CheckIcon = icon(<path d="m3.5 10.5 4.4 4.5L16.5 5" />, 2.6);
export const CrossIcon = icon(<path d="M4 4l12 12M16 4 4 16" />, 2.4);
export const ClockIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 5.5V10l3 2" />
  </>,
);
export const DashIcon = icon(<path d="M4 10h8" />);
export const MenuIcon = icon(<path d="M2 6h16M2 14h16" />);
export const DownloadIcon = icon(<path d="M10 2.5v10M5.5 8.5 10 13l4.5-4.5M3 17h14" />);

/** The printer's register mark. */
export function RegisterMark({ className }: IconProps) {
  return (
    <svg
      className={className}
      viewBox="0 0 22 22"
      width="22"
      height="22"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <circle cx="11" cy="11" r="6.5" />
      <path d="M11 0v22M0 11h22" />
    </svg>
  );
}

/** The lines of the shirt, on a field of 1000 by 1100. */
export const shirt = {
  body: 'M376 62C340 84 268 108 222 128C176 148 152 180 136 224C112 290 78 352 44 414C40 422 42 428 50 432C92 456 146 478 190 490C198 492 204 490 206 482C214 446 226 412 240 380C246 470 240 560 236 660C232 780 228 900 226 1012C226 1024 232 1030 244 1032C410 1050 590 1050 756 1032C768 1030 774 1024 774 1012C772 900 768 780 764 660C760 560 754 470 760 380C774 412 786 446 794 482C796 490 802 492 810 490C854 478 908 456 950 432C958 428 960 422 956 414C922 352 888 290 864 224C848 180 824 148 778 128C732 108 660 84 624 62C610 54 600 52 590 56C540 70 460 70 410 56C400 52 390 54 376 62Z',
  collar: 'M376 62C386 138 440 186 500 186C560 186 614 138 624 62',
} as const;

/** The outline of the shirt. */
export function ShirtOutline({ className }: IconProps) {
  return (
    <svg
      className={className}
      viewBox="0 0 1000 1100"
      width="54"
      height="60"
      fill="none"
      stroke="currentColor"
      strokeWidth="34"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={shirt.body} />
      <path d={shirt.collar} />
    </svg>
  );
}

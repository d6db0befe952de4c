/**
 * Text that every bank of SEPA takes: the Latin set of the European Payments Council. A name goes there letter by letter
 * as a reader of that alphabet would write it; what has no letter, such as an emoji, is left out.
 */
const SEPA = /^[A-Za-z0-9/\-?:().,'+ ]+$/;

/** Letters that decomposition does not reduce to a Latin letter with marks; capitals are made from these. */
const letters: Readonly<Record<string, string>> = {
  ...{
    æ: 'ae',
    œ: 'oe',
    ß: 'ss',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ħ: 'h',
    ı: 'i',
    ŋ: 'ng',
    ŧ: 't',
    ĸ: 'k',
    ə: 'e',
  },
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n' },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n' },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht' },
  ...{ ъ: 'a', ы: 'y', ь: 'y', э: 'e', ю: 'yu', я: 'ya', є: 'ye', і: 'i', ґ: 'g', ђ: 'dj', ј: 'j', љ: 'lj' },
  ...{ њ: 'nj', ћ: 'c', џ: 'dz', ѕ: 'dz' },
};

const signs: Readonly<Record<string, string>> = {
  ...{ '’': "'", '‘': "'", '‚': ',', '“': "'", '”': "'", '„': "'", '«': "'", '»': "'", '"': "'", '`': "'", '´': "'" },
  ...{ '–': '-', '—': '-', '‐': '-', '‑': '-', '−': '-', _: '-', '~': '-', '…': '...', '·': '.', '•': '.' },
  ...{
    '&': '+',
    '@': '(at)',
    '€': 'EUR',
    '£': 'GBP',
    '%': ' pct',
    '⁄': '/',
    '#': '.',
    '*': '.',
    '=': '-',
    ';': ',',
    '!': '.',
  },
  ...{
    '[': '(',
    ']': ')',
    '{': '(',
    '}': ')',
    '<': '(',
    '>': ')',
    '\\': '/',
    '|': '/',
    '×': 'x',
    '÷': ':',
    '¿': '?',
    '°': 'o',
  },
};

export function isSepaText(text: string): boolean {
  return (
    SEPA.test(text) && !text.startsWith('/') && !text.endsWith('/') && !text.includes('//') && text === text.trim()
  );
}

/**
 * The nearest text in the set, of at most `max` characters. Empty when nothing of the text can be said; the caller then
 * asks for another spelling.
 */
export function toSepaText(text: string, max: number): string {
  let latin = '';
  for (const character of text.normalize('NFC')) latin += toLatin(character);
  return tidy(tidy(latin).slice(0, Math.max(0, max)));
}

function toLatin(character: string): string {
  if (SEPA.test(character)) return character;
  const sign = signs[character];
  if (sign !== undefined) return sign;
  const known = knownLetter(character);
  if (known !== null) return known;
  if (/\s/u.test(character)) return ' ';
  let base = '';
  for (const part of character.normalize('NFKD')) {
    if (SEPA.test(part)) base += part;
    else if (part !== character) base += signs[part] ?? knownLetter(part) ?? '';
  }
  return base;
}

function knownLetter(character: string): string | null {
  const small = letters[character];
  if (small !== undefined) return small;
  if (character === 'ẞ') return 'SS';
  const lower = character.toLowerCase();
  const latin = lower === character ? undefined : letters[lower];
  return latin === undefined ? null : latin.charAt(0).toUpperCase() + latin.slice(1);
}

/** Banks refuse a slash at either end, and two in a row. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\/(?:\s*\/)+/g, '/')
    .replace(/^[\s/]+|[\s/]+$/g, '');
}

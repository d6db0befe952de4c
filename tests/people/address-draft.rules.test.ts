import { expect, test } from 'vitest';
import { addressErrors, addressErrorsOf, addressOf, draftOf } from '../../web/src/people/address-draft.ts';
import { deviceOf } from '../../web/src/people/device-name.ts';
import { address } from '../../web/src/platform/i18n/fr/address.ts';

const text = address;
const whole = { name: ' Inès ', line1: '1 rue X', line2: ' ', postalCode: '75011', city: 'Paris', country: 'FR' };

test('an address is sent without white space at its ends and without an empty line', () => {
  expect(addressOf(whole)).toEqual({
    name: 'Inès',
    line1: '1 rue X',
    postalCode: '75011',
    city: 'Paris',
    country: 'FR',
  });
  expect(addressOf({ ...whole, line2: ' 3e étage ' }).line2).toBe('3e étage');
});

test('each missing line is named, and only those', () => {
  expect(addressErrors(draftOf(null), text)).toEqual({
    name: text.missing.name,
    line1: text.missing.line1,
    postalCode: text.missing.postalCode,
    city: text.missing.city,
  });
  expect(addressErrors(whole, text)).toEqual({});
  expect(Object.keys(addressErrors({ ...whole, city: 'P'.repeat(81), line2: 'a\u0007b' }, text))).toEqual([
    'line2',
    'city',
  ]);
});

test('what the server refuses stands at its own line', () => {
  const reasons = [{ field: '/address/city' }, { field: '/pieces/0/label' }, {}];
  expect(addressErrorsOf(reasons, text)).toEqual({ city: text.missing.city });
});

test('a device is known by its browser and system, not by those it descends from', () => {
  const chromium = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
  expect(deviceOf(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium} Edg/130.0.0.0`)).toEqual({
    browser: 'Edge',
    system: 'Windows',
  });
  expect(deviceOf(`Mozilla/5.0 (Linux; Android 15) ${chromium}`)).toEqual({ browser: 'Chrome', system: 'Android' });
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1')).toEqual({
    browser: 'Safari',
    system: 'iPhone',
  });
  expect(deviceOf('curl/8.5.0')).toBeNull();
});

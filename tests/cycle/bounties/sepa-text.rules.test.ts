import { isSepaText, toSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/sepa-text.json' with { type: 'json' };

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('/', ' ', 'é', 'œ', 'A', '&', '🍓', '\u0301', '\n') }),
);

describe('text for a bank file', () => {
  it.each(fixture.latin as unknown as readonly [string, string][])('%j becomes %j', (text, latin) => {
    expect(toSepaText(text, 70)).toBe(latin);
  });

  it.each(fixture.right)('%j is taken as it is', (text) => {
    expect(isSepaText(text)).toBe(true);
    expect(toSepaText(text, 140)).toBe(text);
  });

  it.each(fixture.wrong)('%j is not taken as it is', (text) => {
    expect(isSepaText(text)).toBe(false);
  });

  it('is cut to the length without leaving a space or a slash at the end', () => {
    expect(toSepaText('Anne Marie', 7)).toBe('Anne Ma');
    expect(toSepaText('Anne Marie', 5)).toBe('Anne');
    expect(toSepaText('a/b', 2)).toBe('a');
    expect(toSepaText('Œuvre', 1)).toBe('O');
  });

  it('is always taken by the bank, never too long, and stays as it is the second time', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 12 }), (text, max) => {
        const latin = toSepaText(text, max);
        expect(latin === '' || isSepaText(latin)).toBe(true);
        expect(latin.length).toBeLessThanOrEqual(max);
        expect(toSepaText(latin, max)).toBe(latin);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every letter and digit of the Latin set', () => {
    const all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-?:().,'+";
    expect(toSepaText(all, 140)).toBe(all);
  });

  it('leaves no letter of the alphabets of SEPA without one', () => {
    const alphabets =
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚțẞ' +
      'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ' +
      'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюя';
    for (const letter of alphabets) expect(toSepaText(letter, 9), letter).toMatch(/^[A-Za-z]+\.?$/);
  });
});

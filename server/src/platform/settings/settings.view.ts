import type { ShopSettings } from '@fraisier/shared/contracts/settings.ts';
import type { PrintMethod, PrintPromise } from '@fraisier/shared/cycle/print-promise.ts';
import type { Settings } from './settings.sql.ts';

export function settingsView(row: Settings): ShopSettings {
  return {
    shopName: row.shop_name,
    legalName: row.legal_name,
    legalForm: row.legal_form,
    registration: row.registration,
    vatNumber: row.vat_number,
    publisher: row.publisher,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    host: row.host,
    mediator: row.mediator,
    email: row.email,
    debtorName: row.debtor_name,
    debtorIban: row.debtor_iban,
    debtorBic: row.debtor_bic,
    timeZone: row.time_zone,
    monthEndHour: row.month_end_hour,
    vatRateBp: row.vat_rate_bp,
    piecePriceCents: row.piece_price_cents,
    shippingCents: row.shipping_cents,
    runSize: row.run_size,
    piecesPerOrder: row.pieces_per_order,
    bountyCents: row.bounty_cents,
    bountyIsNet: row.bounty_is_net,
    bountyDays: row.bounty_days,
    printWidthMm: row.print_width_mm,
    printHeightMm: row.print_height_mm,
    maxInks: row.max_inks,
    printMethod: row.print_method as PrintMethod,
    leastLineHundredths: row.least_line_hundredths,
    safeMarginMm: row.safe_margin_mm,
    goodDpi: row.good_dpi,
    leastDpi: row.least_dpi,
    expectedRatings: row.expected_ratings,
    appealHours: row.appeal_hours,
    contractYears: row.contract_years,
    ibanWaitHours: row.iban_wait_hours,
    freshSignInMinutes: row.fresh_sign_in_minutes,
  };
}

export function settingsRow(settings: ShopSettings): Omit<Settings, 'updated_at'> {
  return {
    shop_name: settings.shopName.trim(),
    legal_name: settings.legalName.trim(),
    legal_form: settings.legalForm.trim(),
    registration: settings.registration.trim(),
    vat_number: settings.vatNumber.trim(),
    publisher: settings.publisher.trim(),
    street: settings.street.trim(),
    postal_code: settings.postalCode.trim(),
    city: settings.city.trim(),
    country: settings.country,
    host: settings.host.trim(),
    mediator: settings.mediator.trim(),
    email: settings.email,
    debtor_name: settings.debtorName.trim(),
    debtor_iban: settings.debtorIban,
    debtor_bic: settings.debtorBic,
    time_zone: settings.timeZone,
    month_end_hour: settings.monthEndHour,
    vat_rate_bp: settings.vatRateBp,
    piece_price_cents: settings.piecePriceCents,
    shipping_cents: settings.shippingCents,
    run_size: settings.runSize,
    pieces_per_order: settings.piecesPerOrder,
    bounty_cents: settings.bountyCents,
    bounty_is_net: settings.bountyIsNet,
    bounty_days: settings.bountyDays,
    print_width_mm: settings.printWidthMm,
    print_height_mm: settings.printHeightMm,
    max_inks: settings.maxInks,
    print_method: settings.printMethod,
    least_line_hundredths: settings.leastLineHundredths,
    safe_margin_mm: settings.safeMarginMm,
    good_dpi: settings.goodDpi,
    least_dpi: settings.leastDpi,
    expected_ratings: settings.expectedRatings,
    appeal_hours: settings.appealHours,
    contract_years: settings.contractYears,
    iban_wait_hours: settings.ibanWaitHours,
    fresh_sign_in_minutes: settings.freshSignInMinutes,
  };
}

/** Of the shop, or of a round: both have these columns. */
export function printPromiseView(
  row: Pick<Settings, 'print_method' | 'least_line_hundredths' | 'safe_margin_mm' | 'good_dpi' | 'least_dpi'>,
): PrintPromise {
  return {
    method: row.print_method as PrintMethod,
    leastLineMm: row.least_line_hundredths / 100,
    safeMarginMm: row.safe_margin_mm,
    goodDpi: row.good_dpi,
    leastDpi: row.least_dpi,
  };
}

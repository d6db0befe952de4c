import type { address as shape } from '../fr/address.ts';

export const address: typeof shape = {
  title: 'Delivery address',
  none: 'No address kept. We only ask for one when you buy.',
  add: 'Give an address',
  change: 'Change',
  name: 'Name on the parcel',
  line1: 'Street and number',
  line2: 'Flat, floor, building',
  postalCode: 'Postcode',
  city: 'Town or city',
  country: 'Country',
  missing: {
    name: 'Who is the parcel for? 80 characters at most.',
    line1: 'The street or PO box is missing.',
    postalCode: 'The postcode is missing.',
    city: 'The town is missing.',
    country: 'Choose a country.',
    line2: 'This line has a sign that the parcel label cannot print.',
  },
};

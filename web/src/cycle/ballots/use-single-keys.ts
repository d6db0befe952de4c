import { useEffect, useState } from 'react';
import { deviceStorage, keep, readKept } from '../../platform/device.ts';

const KEY = 'fraisier.keys';

/** Whether single keys act on this device: yes, until someone says no. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(readKept(deviceStorage(), KEY) !== 'off'), []);
  return [
    on,
    (wanted) => {
      setOn(wanted);
      keep(deviceStorage(), KEY, wanted ? null : 'off');
    },
  ];
}

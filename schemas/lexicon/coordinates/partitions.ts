/**
 * `whole` is the sum of `parts` and of nothing else, all other coordinates being equal. `open`: a document may print more parts or fewer,
 * so that no sum is stated; which is within which is known all the same.
 */
export interface Partition {
  coordinate: string;
  whole: string;
  parts: readonly string[];
  open?: true;
}

export const PARTITIONS: readonly Partition[] = [
  { coordinate: 'fund', whole: 'fiscalAppropriation', parts: ['generalPublicBudget', 'governmentFund', 'stateCapital'] },
  { coordinate: 'fund', whole: 'all', parts: ['fiscalAppropriation', 'specialAccount', 'unitFunds', 'other'] },
  { coordinate: 'component', whole: 'basic', parts: ['personnel', 'public'] },
  { coordinate: 'component', whole: 'total', parts: ['basic', 'project', 'business', 'remittance', 'subsidy', 'other'] },
  { coordinate: 'vintage', whole: 'all', parts: ['currentYear', 'carriedOver'] },
  { coordinate: 'item', whole: 'vehicles', parts: ['vehiclePurchase', 'vehicleOperation'] },
  {
    coordinate: 'memo',
    whole: 'several',
    parts: ['threePublic', 'procurement', 'purchaseOfServices', 'agencyRunning', 'conference', 'training', 'debt'],
    open: true,
  },
  // 结转下年 is left of either year's money.
  ...['all', 'currentYear', 'carriedOver'].map(
    (whole): Partition => ({ coordinate: 'vintage', whole, parts: ['carriedForward'], open: true }),
  ),
  // 增减 of a stage, whatever its header says of that stage.
  ...['initialBudget', 'adjustedBudget', 'execution', 'final'].map(
    (whole): Partition => ({ coordinate: 'stage', whole, parts: ['change'], open: true }),
  ),
];

/** Codes are parts of those that they begin with. */
const CODES = /Code$/;

/** Whether `part` is the whole itself or within it. */
export function isPartOf(coordinate: string, part: string, whole: string): boolean {
  if (part === whole) return true;
  if (CODES.test(coordinate)) return part.startsWith(whole);
  const above = PARTITIONS.filter((partition) => partition.coordinate === coordinate && partition.parts.includes(part));
  return above.some((partition) => isPartOf(coordinate, partition.whole, whole));
}

/** The whole that the values are all parts of, and the only ones; null where they are no such partition. */
export function wholeOf(coordinate: string, values: readonly string[]): string | null {
  const whole = PARTITIONS.find(
    (partition) =>
      partition.coordinate === coordinate &&
      (partition.open ? values.every((value) => partition.parts.includes(value)) : partition.parts.every((part) => values.includes(part))),
  );
  return whole?.whole ?? null;
}

/** Whether something is known to be within the value. */
export function hasParts(coordinate: string, value: string): boolean {
  return PARTITIONS.some((partition) => partition.coordinate === coordinate && partition.whole === value);
}

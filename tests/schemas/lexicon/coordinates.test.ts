import { describe, expect, test } from 'vitest';
import { Coordinates } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { COORDINATE_TERMS, coordinatesOf, isPartOf, PARTITIONS, wholeOf, within } from '../../../schemas/lexicon/coordinates/index.ts';

describe('what stands within what', () => {
  test.each([
    ['fund', 'governmentFund', 'all', true],
    ['fund', 'all', 'governmentFund', false],
    ['component', 'personnel', 'total', true],
    ['component', 'project', 'basic', false],
    ['functionalCode', '2080505', '20805', true],
    ['stage', 'change', 'final', true],
  ])('%s: %s within %s: %s', (coordinate, part, whole, expected) => expect(isPartOf(coordinate, part, whole)).toBe(expected));

  test('all parts are the whole, some are none', () => {
    expect(wholeOf('component', ['personnel', 'public'])).toBe('basic');
    expect(wholeOf('component', ['personnel'])).toBeNull();
  });
});

describe('a number: its column, else its row, else its table', () => {
  test('each says what the others leave unsaid', () => {
    const table = { flow: 'expenditure', fund: 'generalPublicBudget', stage: 'final' } as const;
    const number = coordinatesOf(table, { functionalCode: '208' }, { component: 'project' });
    expect(number).toMatchObject({ ...table, functionalCode: '208', component: 'project', vintage: 'all', memo: null });
  });

  test('the whole in a column is no more than the part that the table is about', () => {
    expect(within({ fund: 'generalPublicBudget' }, { fund: 'fiscalAppropriation' })).toEqual({ fund: 'generalPublicBudget' });
    expect(within({ fund: 'generalPublicBudget' }, { fund: 'governmentFund' })).toEqual({ fund: 'governmentFund' });
  });

  test('what a column leaves open is not taken over from the table', () => {
    expect(coordinatesOf({ flow: 'expenditure', component: 'basic' }, {}, { component: null }).component).toBeNull();
  });

  test('two items are both told, the finer of two alone', () => {
    expect(within({ item: '办公楼' }, { item: 'overseasTravel' }).item).toBe('办公楼 > overseasTravel');
    expect(within({ item: 'vehicles' }, { item: 'vehicleOperation' }).item).toBe('vehicleOperation');
  });

  test('an expenditure of which nothing is said is that of all components; revenue has none', () => {
    expect(coordinatesOf({}, {}, { flow: 'expenditure' }).component).toBe('total');
    expect(coordinatesOf({}, {}, { flow: 'revenue' }).component).toBeNull();
    expect(coordinatesOf({}, { classification: 'project' }, {})).toMatchObject({ flow: 'expenditure', component: 'project' });
  });
});

test('terms and partitions name values that there are', () => {
  const nothing = coordinatesOf({}, {}, {});
  for (const { sets } of COORDINATE_TERMS) expect(() => Coordinates.parse({ ...nothing, ...sets })).not.toThrow();
  for (const { coordinate, whole, parts } of PARTITIONS) {
    for (const value of [whole, ...parts]) expect(() => Coordinates.parse({ ...nothing, [coordinate]: value })).not.toThrow();
  }
});

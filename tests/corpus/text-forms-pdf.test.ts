import { textForms } from './text-forms.ts';

textForms('pdf', [
  { mode: '-layout', every: 1, bounds: { leastF1: 0.957, mostSilent: 0.008, mostFlagged: 0.038 } },
  { mode: '-raw', every: 1, bounds: { leastF1: 0.951, mostSilent: 0.0012, mostFlagged: 0.053 } },
  { mode: 'plain', every: 1, bounds: { leastF1: 0.515, mostSilent: 0.0005, mostFlagged: 1 } },
]);

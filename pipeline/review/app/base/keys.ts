import type { Word } from './words.ts';

/** What a key asks for; a view does what it can do of it. */
export type Command =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'confirm'
  | 'take'
  | 'value'
  | 'source'
  | 'cannotTell'
  | 'move'
  | 'row'
  | 'column'
  | 'table'
  | 'nextScope'
  | 'undo'
  | 'redo'
  | 'next'
  | 'previous'
  | 'nextPage'
  | 'previousPage'
  | 'zoomIn'
  | 'zoomOut'
  | 'asRead'
  | 'back'
  | 'help';

interface Key {
  /** As `KeyboardEvent.key`, letters in lower case; `ctrl+` before those that are held with Control or Command. */
  keys: readonly string[];
  command: Command;
  /** How help and buttons write it. */
  shown: string;
  says: Word;
}

export const KEYS: readonly Key[] = [
  { keys: ['ArrowUp'], command: 'up', shown: '↑', says: 'searchKeys' },
  { keys: ['ArrowDown'], command: 'down', shown: '↓', says: 'searchKeys' },
  { keys: ['ArrowLeft'], command: 'left', shown: '←', says: 'searchKeys' },
  { keys: ['ArrowRight'], command: 'right', shown: '→', says: 'searchKeys' },
  { keys: ['Enter'], command: 'confirm', shown: 'Enter', says: 'confirm' },
  { keys: ['p'], command: 'take', shown: 'P', says: 'take' },
  { keys: ['e'], command: 'value', shown: 'E', says: 'value' },
  { keys: ['s'], command: 'source', shown: 'S', says: 'source' },
  { keys: ['u'], command: 'cannotTell', shown: 'U', says: 'cannotTell' },
  { keys: ['m'], command: 'move', shown: 'M', says: 'move' },
  { keys: ['r'], command: 'row', shown: 'R', says: 'row' },
  { keys: ['c'], command: 'column', shown: 'C', says: 'column' },
  { keys: ['t'], command: 'table', shown: 'T', says: 'table' },
  { keys: ['a'], command: 'nextScope', shown: 'A', says: 'nextScope' },
  { keys: ['z', 'ctrl+z'], command: 'undo', shown: 'Z', says: 'undo' },
  { keys: ['y', 'ctrl+y'], command: 'redo', shown: 'Y', says: 'redo' },
  { keys: ['n', 'j'], command: 'next', shown: 'N', says: 'next' },
  { keys: ['b', 'k'], command: 'previous', shown: 'B', says: 'previous' },
  { keys: ['PageDown', ']'], command: 'nextPage', shown: ']', says: 'nextPage' },
  { keys: ['PageUp', '['], command: 'previousPage', shown: '[', says: 'previousPage' },
  { keys: ['+', '='], command: 'zoomIn', shown: '+', says: 'zoomIn' },
  { keys: ['-'], command: 'zoomOut', shown: '−', says: 'zoomOut' },
  { keys: ['v'], command: 'asRead', shown: 'V', says: 'asRead' },
  { keys: ['Escape', 'q'], command: 'back', shown: 'Esc', says: 'back' },
  { keys: ['?'], command: 'help', shown: '?', says: 'help' },
];

const COMMANDS: ReadonlyMap<string, Command> = new Map(KEYS.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const)));

export const keyOf = (command: Command): string => KEYS.find((key) => key.command === command)?.shown ?? '';

/** Of a key that was pressed, what decides; a `KeyboardEvent` is one. */
export type Pressed = Readonly<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing', boolean> & { key: string }>;

/** Whether what has the focus stands within something that a selector names. */
export type Within = (selector: string) => boolean;

/** What takes letters and arrows for itself. */
const WRITING = 'input, select, textarea, dialog';

/** What a key asks for; null where it belongs to what has the focus. */
export function commandOf({ key, ctrlKey, metaKey, altKey, isComposing }: Pressed, within: Within): Command | null {
  if (isComposing || altKey || within(WRITING)) return null;
  // A focused button or link is pressed with Enter and the blank.
  if ((key === 'Enter' || key === ' ') && within('button, a, summary')) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  return COMMANDS.get(ctrlKey || metaKey ? `ctrl+${letter}` : letter) ?? null;
}

/** The digit of a key that was pressed alone: which of the alternatives; null for any other key. */
export function digitOf({ key, ctrlKey, metaKey, altKey }: Pressed, within: Within): number | null {
  return /^[1-9]$/.test(key) && !(ctrlKey || metaKey || altKey || within(WRITING)) ? Number(key) : null;
}

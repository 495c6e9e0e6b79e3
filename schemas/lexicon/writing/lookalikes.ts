/** What a recogniser of printed characters takes the characters of numbers for; each of them is none of a number's. */
export const TAKEN_FOR: Readonly<Record<string, string>> = {
  0: '。〇○OoQD',
  1: 'lI|丨i',
  2: 'Zz',
  5: 'Ss',
  6: 'b',
  8: 'B',
  9: 'gq',
  '-': '一~',
  '.': '。·•:',
  ',': "、'‘’;",
};

/** A flat stroke at the start of a text, which recognisers take for nothing. */
export const LOST_AT_START = '一';

/** The same character in another width or form. */
export const SAME_AS: Readonly<Record<string, string>> = {
  '0': '０',
  '1': '１',
  '2': '２',
  '3': '３',
  '4': '４',
  '5': '５',
  '6': '６',
  '7': '７',
  '8': '８',
  '9': '９',
  '-': '－−–—―',
  '.': '．',
  ',': '，',
  '%': '％',
  '(': '（',
  ')': '）',
};

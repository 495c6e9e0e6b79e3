/** What punctuation says of a text. Patterns see text without spaces. */

/** A sentence, or a point of a list, ends here. */
export const SENTENCE_END = /[。；;！!？?]$/;
/** A clause goes on or ends within: no cell of a header, no label and no name has such a mark. */
export const CLAUSE_MARK = /[，。；]/;
/** The same, or a colon that introduces something. */
export const CLAUSE_OR_COLON = /[，。；：:]/;
/** Characters behind a mark that make the text one of prose; a note in brackets behind a label is shorter. */
export const LONGEST_BEHIND_MARK = 9;
/** Prose: a sentence, or a clause with more behind it. */
export const RUNNING_TEXT = new RegExp(`${SENTENCE_END.source}|${CLAUSE_MARK.source}.{${LONGEST_BEHIND_MARK + 1},}`);
/** What a text is cut at in sentences. */
export const SENTENCE_MARKS = '。；！？，、：;:';

/** Nothing can end here: a bracket or list is open, or a word that joins two others stands last. */
export const SURELY_OPEN_END = /[、（(“《及和与]$/;
/** The same, and marks and words that now and then end a text. */
export const OPEN_END = /[、，,（(“"《的及和与比—-]$/;
/** Nothing can begin here, or only a remark in brackets. */
export const OPEN_START = /^(?:[、，）)”》后的及和与等]|[（(][^（）()]*[)）]$)/;
/** The rest of what the line above left open. */
export const CLOSING_START = /^[）)、，。；]/;

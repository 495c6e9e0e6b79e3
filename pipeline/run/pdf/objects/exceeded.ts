/** What a file has too much of; ends the inspection of it. The message is shown to people. */
export class Exceeded extends Error {}

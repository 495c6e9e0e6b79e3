import { walkXml } from '../../../package/xml.ts';

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/**
 * Collects what a reader of the cell sees of rich text: runs in their order, without the readings above Chinese characters (`rPh`) and
 * without what is struck through, which its writer took back.
 */
export class RichText {
  #text = '';
  #run = '';
  #struck = false;
  #takes = false;
  #readings = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'rPh') this.#readings++;
    else if (name === 't') this.#takes = this.#readings === 0;
    else if (name === 'strike') this.#struck = !['0', 'false', 'off'].includes(attributes.val ?? '1');
  }

  take(data: string): void {
    if (this.#takes) this.#run += data;
  }

  close(name: string): void {
    if (name === 'rPh') this.#readings--;
    else if (name === 't') this.#takes = false;
    else if (name === 'r') this.#endRun();
  }

  #endRun(): void {
    if (!this.#struck) this.#text += this.#run;
    this.#run = '';
    this.#struck = false;
  }

  /** What was collected; begins anew. */
  end(): string {
    this.#endRun();
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** The texts that cells share, by their number (18.4.9). @throws Error when the text is no XML. */
export function sharedStringsOf(xml: string): string[] {
  const strings: string[] = [];
  const rich = new RichText();
  walkXml(xml, {
    open: (name, attributes) => rich.open(name, attributes),
    text: (data) => rich.take(data),
    close(name) {
      rich.close(name);
      if (name === 'si') strings.push(rich.end());
    },
  });
  return strings;
}

import { BODY_KEYS } from '../../../schemas/lexicon/tables/columns.ts';
import type { Token } from './tokens/tokens.ts';
import { headerRoleOf, type IndicatorRole } from './vocabulary/columns.ts';

/** What a row of a list of projects says (单位名称 | 项目名称 | 金额 | 绩效目标). */
interface ListedProject {
  name: Token | undefined;
  amount: Token | undefined;
  goal: Token | undefined;
  implementer: Token | undefined;
  /** All its cells, each with its heading. */
  cells: { title: Token; token: Token }[];
}

/** `list`: the header cells of the list. */
export function listedProject(list: readonly Token[], tokens: readonly Token[]): ListedProject {
  const cells = tokens.flatMap((token) => {
    const title = list.find((cell) => cell.column === token.column);
    return title ? [{ title, token }] : [];
  });
  const below = (title: Token | undefined, isMeant: (token: Token) => boolean) =>
    title && tokens.find((token) => token.column === title.column && isMeant(token));
  const at = (role: IndicatorRole) =>
    below(
      list.find((cell) => headerRoleOf(cell.text) === role),
      ({ text }) => !/^[*＊]+$/.test(text),
    );
  const implementer = below(
    list.find((cell) => BODY_KEYS.test(cell.text)),
    () => true,
  );
  return { name: at('project'), amount: at('amount'), goal: at('goal'), implementer, cells };
}

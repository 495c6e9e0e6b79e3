import { oneOf } from '../writing/words.ts';
import { POINT } from './numbering.ts';

/** Paragraphs that state no facts: goals and definitions. Patterns see compact text. */

const GOAL_KINDS = ['绩效', '总体', '年度', '预期', '工作', '具体'];
/** From here on a paragraph tells goals. */
export const GOALS = new RegExp(`${oneOf(GOAL_KINDS)}(?:目标|指标)(?:是|为|如下|包括)?：|(?:^|[，。；])目标\\d{1,2}：`);
/** A paragraph of nothing else. */
export const GOAL_PARAGRAPH = new RegExp(`^${POINT}?(?:项目)?(?:总体|年度|绩效|预期)?目标(?:\\d{1,2})?：`);
/** 某某：指…, 某某：反映…: what a term means. */
export const DEFINITION = new RegExp(`^${POINT}?[^，。；]{2,60}：是?(?:指|反映)`);
/** A concept has words; one of digits and signs is none. */
export const WORD = /[\u4e00-\u9fff]/;
export const TWO_WORDS = /[\u4e00-\u9fff].*[\u4e00-\u9fff]/;

/**
 * Characters between a change and its rate at most: ，增长率为, ，与上年相比增长 and the like; of two further apart the later may be of something
 * else by the same name.
 */
export const BETWEEN_CHANGE_AND_RATE = 24;

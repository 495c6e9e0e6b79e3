/** Radicals (U+2E80 to U+2EF3), each with the character that fonts' maps mean by it. */
export const RADICALS_AND_CHARACTERS =
  '⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻰龙⻳龟⺟母⺠民⺅亻';

import { defineProfile } from '../../schemas/profile.ts';

/** The national wording. Every other profile extends it; a document that no profile matches is read with it alone. */
export default defineProfile({
  id: 'default',
  title: '全国通用（财政部部门预决算公开格式）',
  extends: null,
  match: {},
  columns: [
    {
      title: /^收入决算表$/,
      paths: ['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'],
    },
    { title: /^支出决算表$/, paths: ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'] },
    { title: /^一般公共预算财政拨款支出决算表$/, paths: ['小计', '基本支出', '项目支出'].map((path) => `本年支出 > ${path}`) },
  ],
});

import { defineProfile } from '../../schemas/profile.ts';

/** The national wording. Every other profile extends it; a document that no profile matches is read with it alone. */
export default defineProfile({
  id: 'default',
  title: '全国通用（财政部部门预决算公开格式）',
  extends: null,
  match: {},
});
